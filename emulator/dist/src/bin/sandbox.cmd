@echo off
setlocal
set "LIB=%~dp0..\lib"
set "JAR=%LIB%\sandbox.jar"
if "%~1"=="verify" set "JAR=%LIB%\verify.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not defined SANDBOX_JAVA_OPTS set "SANDBOX_JAVA_OPTS=-Xshare:auto -XX:+UseSerialGC"
"%JAVA%" %SANDBOX_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
