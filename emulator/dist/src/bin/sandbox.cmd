@echo off
setlocal
set "LIB=%~dp0..\lib"
set "JAR=%LIB%\sandbox.jar"
if "%~1"=="verify" set "JAR=%LIB%\verify.jar"
if "%~1"=="gateway" set "JAR=%LIB%\gateway.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
where "%JAVA%" >nul 2>nul || if not exist "%JAVA%.exe" (
  echo sandbox: %JAVA% is not there; install a JDK 17 or newer, or set JAVA_HOME 1>&2
  exit /b 1
)
if not defined SANDBOX_JAVA_OPTS set "SANDBOX_JAVA_OPTS=-Xshare:auto -XX:+UseSerialGC"
"%JAVA%" %SANDBOX_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
