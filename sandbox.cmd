@echo off
rem Builds the jar where it is absent or older than the sources, then hands over to it: what the script "sandbox" does.
setlocal
rem The language may stand before the command; cmd parts a word at its equals sign.
set "COMMAND=%~1"
if "%~1"=="--lang" set "COMMAND=%~3"
set "HERE=%~dp0"
set "WHAT=sandbox"
set "MODULE=emulator"
set "PARTS=certs-gen emulator"
set "JAR=%HERE%emulator\target\sandbox.jar"
if "%COMMAND%"=="verify" set "MODULE=features"
if "%COMMAND%"=="verify" set "PARTS=certs-gen emulator adapters features"
if "%COMMAND%"=="verify" set "JAR=%HERE%features\target\verify.jar"
if "%COMMAND%"=="gateway" set "WHAT=gateway"
if "%COMMAND%"=="gateway" set "MODULE=adapters/gateway"
if "%COMMAND%"=="gateway" set "PARTS=adapters adapters/gateway"
if "%COMMAND%"=="gateway" set "JAR=%HERE%adapters\gateway\target\gateway.jar"

if "%~1"=="dist" if exist "%HERE%emulator\dist" goto dist
if not exist "%HERE%%MODULE%\src" goto run
call :stale || goto run
echo Building the %WHAT% (once, and after changes) ... 1>&2
call :build %MODULE% -q || exit /b 1
rem Maven leaves the jar as it is where nothing changed but a file's time.
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:JAR).LastWriteTime = Get-Date"

:run
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java"
where "%JAVA%" >nul 2>nul || if not exist "%JAVA%.exe" (
  echo sandbox: no java found; install a JDK 17 or newer, or set JAVA_HOME 1>&2
  exit /b 1
)
call "%HERE%emulator\dist\src\bin\jvm.cmd"
"%JAVA%" %OPTIONS% %ARCHIVED% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem Archives to hand out; the image is built by the script "sandbox" alone.
:dist
if not "%~2"=="" (
  echo Usage: sandbox dist 1>&2
  echo Builds archives for machines without Maven ^(for Linux: without Java^) under emulator\dist\target. 1>&2
  if "%~2"=="--help" exit /b 0
  if "%~2"=="-h" exit /b 0
  exit /b 2
)
echo Building the archives ... 1>&2
del /q "%HERE%emulator\dist\target\sandbox-*.tar.gz*" "%HERE%emulator\dist\target\sandbox-*.zip*" >nul 2>nul
call :build emulator/dist -Pdist || exit /b 1
type "%HERE%emulator\dist\target\*.sha256"
exit /b 0

rem Ends with 0 where the jar must be built.
:stale
if not exist "%JAR%" exit /b 0
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:JAR).LastWriteTimeUtc; $files = @(Get-Item (Join-Path $env:HERE 'pom.xml')); foreach ($part in -split $env:PARTS) { $folder = Join-Path $env:HERE $part; $files += Get-Item (Join-Path $folder 'pom.xml'); $files += Get-ChildItem (Join-Path $folder 'src/main') -Recurse -File }; if ($files | Where-Object { $_.LastWriteTimeUtc -gt $built }) { exit 0 }; exit 1"
exit /b %ERRORLEVEL%

rem Maven writes colour codes even where it is told not to; what it says matters where it fails.
:build
where mvn >nul 2>nul || (
  echo sandbox: %1 must be built, and Maven is not installed; install Maven 3.8 or newer 1>&2
  exit /b 1
)
set "SAID=%TEMP%\sandbox-build-%RANDOM%.txt"
call mvn -q -B -f "%HERE%pom.xml" %2 -pl %1 -am package -Dmaven.test.skip=true -Dspotless.skip=true >"%SAID%" 2>&1 && (
  del /q "%SAID%"
  exit /b 0
)
powershell -NoProfile -Command "(Get-Content -LiteralPath $env:SAID) -replace ([char]27 + '\[[0-9;]*m'), ''" 1>&2
del /q "%SAID%"
echo sandbox: the build failed; the lines above say why 1>&2
exit /b 1
