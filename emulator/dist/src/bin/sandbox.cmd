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
set "ARCHIVED="
if not "%SANDBOX_ARCHIVE%"=="off" if "%JAR%"=="%LIB%\sandbox.jar" call :archive
set "OPTIONS=-XX:+UseSerialGC"
if "%JAR%"=="%LIB%\sandbox.jar" set "OPTIONS=-XX:+UseSerialGC -Xms16m -Xmx384m -XX:MaxHeapFreeRatio=40"
if defined SANDBOX_JAVA_OPTS set "OPTIONS=%SANDBOX_JAVA_OPTS%"
"%JAVA%" %OPTIONS% %ARCHIVED% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem The archive of class data, made in the background after a start, for this very Java and jar; with options of the
rem user's own it is left out. The JVM passes over one that was damaged, but not one that was cut off.
:archive
if defined SANDBOX_JAVA_OPTS exit /b 0
set "PROGRAM=%JAVA%.exe"
if not exist "%PROGRAM%" for %%J in (java.exe) do set "PROGRAM=%%~$PATH:J"
for %%J in ("%PROGRAM%") do set "RELEASE=%%~dpJ..\release"
if not exist "%RELEASE%" exit /b 0
set "VERSION="
set "NUMBER="
set "MAKER="
for /f "usebackq tokens=1,* delims==" %%A in ("%RELEASE%") do (
  if "%%A"=="JAVA_VERSION" set "VERSION=%%~B"
  if "%%A"=="JAVA_RUNTIME_VERSION" set "NUMBER=%%~B"
  if "%%A"=="IMPLEMENTOR" for /f "delims=,./ " %%W in ("%%~B") do set "MAKER=-%%W"
)
if not defined VERSION exit /b 0
if not defined NUMBER set "NUMBER=%VERSION%"
for /f "delims=.+-" %%V in ("%VERSION%") do set "FEATURE=%%V"
if %FEATURE% LSS 17 exit /b 0
set "ENDING=jsa"
if %FEATURE% GEQ 25 set "ENDING=aot"
for %%J in ("%JAR%") do set "ARCHIVE=%%~dpnJ-%NUMBER%%MAKER%.%ENDING%"
set ARCHIVED="-Dkzpay.sandbox.archive=%ARCHIVE%"
if not exist "%ARCHIVE%.txt" exit /b 0
set "LENGTH="
set "SIZE="
for /f "usebackq" %%L in ("%ARCHIVE%.txt") do if not defined LENGTH set "LENGTH=%%L"
for %%F in ("%ARCHIVE%") do set "SIZE=%%~zF"
if not "%LENGTH%"=="%SIZE%" exit /b 0
if %FEATURE% GEQ 25 (
  set ARCHIVED=%ARCHIVED% "-XX:AOTCache=%ARCHIVE%" -XX:+VerifySharedSpaces "-Xlog:aot*=off,cds*=off"
) else (
  set ARCHIVED=%ARCHIVED% "-XX:SharedArchiveFile=%ARCHIVE%" -XX:+VerifySharedSpaces "-Xlog:cds*=off"
)
exit /b 0
