rem Sets OPTIONS and ARCHIVED, with which Java runs the jar that a launcher has chosen: called by the launchers of the
rem repository and of the archives, with JAVA and JAR set.
set "ARCHIVED="
set "OPTIONS=-XX:+UseSerialGC"
if defined SANDBOX_JAVA_OPTS set "OPTIONS=%SANDBOX_JAVA_OPTS%"
if defined SANDBOX_JAVA_OPTS exit /b 0
for %%J in ("%JAR%") do if not "%%~nxJ"=="sandbox.jar" exit /b 0
set "OPTIONS=-XX:+UseSerialGC -Xms16m -Xmx384m -XX:MaxHeapFreeRatio=40"
set "OPTIONS=%OPTIONS% -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
set "OPTIONS=%OPTIONS% -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
if "%SANDBOX_ARCHIVE%"=="off" exit /b 0

rem The archive of class data, made in the background after a start, for this very Java and jar; with options of the
rem user's own it is left out. The JVM passes over one that was damaged, but not one that was cut off.
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
