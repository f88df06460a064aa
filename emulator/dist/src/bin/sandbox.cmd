@echo off
setlocal
rem The language may stand before the command; cmd parts a word at its equals sign.
set "COMMAND=%~1"
if "%~1"=="--lang" set "COMMAND=%~3"
set "LIB=%~dp0..\lib"
set "JAR=%LIB%\sandbox.jar"
if "%COMMAND%"=="verify" set "JAR=%LIB%\verify.jar"
if "%COMMAND%"=="gateway" set "JAR=%LIB%\gateway.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
where "%JAVA%" >nul 2>nul || if not exist "%JAVA%.exe" (
  echo sandbox: %JAVA% is not there; install a JDK 17 or newer, or set JAVA_HOME 1>&2
  exit /b 1
)
call "%~dp0jvm.cmd"
"%JAVA%" %OPTIONS% %ARCHIVED% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
