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
$options = @('-XX:+UseSerialGC')
if ($jar -like '*sandbox.jar') {
    $options += @('-Xms16m', '-Xmx384m', '-XX:MaxHeapFreeRatio=40')
    $options += @('-XX:Tier4InvocationThreshold=50000', '-XX:Tier4MinInvocationThreshold=6000')
    $options += @('-XX:Tier4CompileThreshold=150000', '-XX:Tier4BackEdgeThreshold=400000')
}
if ($env:SANDBOX_JAVA_OPTS) { $options = -split $env:SANDBOX_JAVA_OPTS }
# The archive of class data, made in the background after a start, for this very Java and jar; with options of the
# user's own it is left out. The JVM passes over one that was damaged, but not one that was cut off.
$release = Join-Path (Split-Path -Parent (Split-Path -Parent (Get-Command $java).Source)) 'release'
if ($env:SANDBOX_ARCHIVE -ne 'off' -and -not $env:SANDBOX_JAVA_OPTS -and $jar -like '*sandbox.jar' -and (Test-Path $release)) {
    $facts = @{}
    Get-Content $release | ForEach-Object { $name, $value = $_ -split '=', 2; $facts[$name] = "$value".Trim('"') }
    $number = $facts['JAVA_RUNTIME_VERSION']
    if (-not $number) { $number = $facts['JAVA_VERSION'] }
    $maker = [regex]::Match("$($facts['IMPLEMENTOR'])", '^[A-Za-z0-9]+').Value
    if ($maker) { $number = "$number-$maker" }
    $cache = [int][regex]::Match("$($facts['JAVA_VERSION'])", '^\d+').Value -ge 25
    $archive = Join-Path (Convert-Path $lib) "sandbox-$number.$(if ($cache) { 'aot' } else { 'jsa' })"
    $options += "-Dkzpay.sandbox.archive=$archive"
    if ((Test-Path $archive -PathType Leaf) -and (Test-Path "$archive.txt") -and
        "$((Get-Item $archive).Length)" -eq (Get-Content "$archive.txt" -TotalCount 1)) {
        $options += @("-XX:$(if ($cache) { 'AOTCache' } else { 'SharedArchiveFile' })=$archive", '-XX:+VerifySharedSpaces')
        $options += "-Xlog:$(if ($cache) { 'aot*=off,' } else { '' })cds*=off"
    }
}
& $java @options -jar $jar @args
exit $LASTEXITCODE
