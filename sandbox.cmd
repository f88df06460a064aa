@echo off
setlocal
set "HERE=%~dp0"
set "MODULE=emulator"
set "JAR=%HERE%emulator\target\sandbox.jar"
if "%~1"=="verify" set "MODULE=features"
if "%~1"=="verify" set "JAR=%HERE%features\target\verify.jar"
if "%~1"=="gateway" set "MODULE=adapters/gateway"
if "%~1"=="gateway" set "JAR=%HERE%adapters\gateway\target\gateway.jar"
if not exist "%JAR%" (
  echo Building the sandbox ^(once^) ... 1>&2
  call mvn -q -B -f "%HERE%pom.xml" -pl %MODULE% -am package -Dmaven.test.skip=true -Dspotless.skip=true 1>&2 || exit /b 1
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not defined SANDBOX_JAVA_OPTS set "SANDBOX_JAVA_OPTS=-XX:+UseSerialGC"
"%JAVA%" %SANDBOX_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
