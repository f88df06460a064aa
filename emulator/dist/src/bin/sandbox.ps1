#!/usr/bin/env pwsh
# Runs the sandbox of this folder, by the Java of JAVA_HOME or of the path.
# The language may stand before the command.
$command = $args[0]
if ($args[0] -eq '--lang') { $command = $args[2] }
if ($args[0] -like '--lang=*') { $command = $args[1] }
$lib = Join-Path (Split-Path -Parent $PSScriptRoot) 'lib'
$jar = Join-Path $lib 'sandbox.jar'
if ($command -eq 'verify') { $jar = Join-Path $lib 'verify.jar' }
if ($command -eq 'gateway') { $jar = Join-Path $lib 'gateway.jar' }
$java = 'java'
if ($env:JAVA_HOME) { $java = Join-Path (Join-Path $env:JAVA_HOME 'bin') 'java' }
if (-not (Get-Command $java -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine("sandbox: $java is not there; install a JDK 17 or newer, or set JAVA_HOME")
    exit 1
}
$options = @('-Xshare:auto', '-XX:+UseSerialGC')
if ($env:SANDBOX_JAVA_OPTS) { $options = -split $env:SANDBOX_JAVA_OPTS }
& $java @options -jar $jar @args
exit $LASTEXITCODE
