#!/usr/bin/env bash
# What the generators and analyzers add to the build of a project of many kernels: the same project is built with the package's analyzers and without them, with a
# compiler that is started anew (cold) and with one that is running (warm). Then one kernel is edited, and the emitted files that have changed are counted.
# Takes a minute or two, so nothing runs it by itself; measure on a quiet machine, after 'dotnet pack Runtime/TypedTensors.Ops -c Release'.
# Usage: Tests/Consumer/build-cost.sh [folder with TypedTensors.*.nupkg] [kernels] [rounds]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
feed=$(cd "${1:-$here/../../artifacts/packages}" && pwd)
kernels=${2:-200}
rounds=${3:-3}
project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
export NUGET_PACKAGES="$project/packages" DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

mkdir "$project/with" "$project/without" "$project/kernels"
for ((number = 0; number < kernels; number++)); do
  cat > "$project/kernels/Kernels$number.cs" <<KERNEL
using TypedTensors;

namespace App;

/// <summary>A class with a kernel.</summary>
public static partial class Kernels$number
{
    /// <summary>A branch, a loop, and two functions.</summary>
    [Elementwise]
    public static float Op$number(float x, float beta)
    {
        float t = x * $number.5f + beta;
        if (t > 0) t = MathF.Exp(-t);
        else t = MathF.Tanh(t) + 1;
        for (int k = 0; k < 3; k++) t = t * x + beta;
        return t / (1 + MathF.Abs(x));
    }
}
KERNEL
done
cat > "$project/with/Kernels.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <Compile Include="../kernels/*.cs" />
    <PackageReference Include="TypedTensors" Version="*" />
  </ItemGroup>
</Project>
PROJECT
sed 's|</Project>|  <Target Name="LeaveOut" BeforeTargets="CoreCompile"><ItemGroup><Analyzer Remove="@(Analyzer)" Condition="'"'%(Analyzer.NuGetPackageId)' == 'TypedTensors'"'" /></ItemGroup></Target>\n&|' \
  "$project/with/Kernels.csproj" > "$project/without/Kernels.csproj"
printf '<configuration><packageSources><add key="typedtensors" value="%s" /></packageSources></configuration>' "$feed" > "$project/nuget.config"
for folder in with without; do
  dotnet restore "$project/$folder" --verbosity quiet
done

build() {
  dotnet build "$project/$1" --configuration Release --no-restore --verbosity quiet "${@:2}" > "$project/log.txt" || { cat "$project/log.txt" >&2; exit 1; }
}

# The least of the rounds, in milliseconds: what else the machine does only adds.
least() {
  local best=0 start time
  for ((round = 0; round < rounds; round++)); do
    touch "$project/kernels/Kernels0.cs"
    start=$(date +%s%N)
    build "$@"
    time=$((($(date +%s%N) - start) / 1000000))
    [ $best -ne 0 ] && [ $best -le $time ] || best=$time
  done
  echo $best
}

# The first builds of a compiler that stays compile the compiler itself; they are not counted.
for kind in cold warm; do
  shared=$([ $kind = warm ] && echo true || echo false)
  [ $kind = cold ] || for folder in without with with with; do touch "$project/kernels/Kernels0.cs"; build $folder -p:UseSharedCompilation=true; done
  without=$(least without -p:UseSharedCompilation=$shared)
  with=$(least with -p:UseSharedCompilation=$shared)
  echo "$kind: $without ms without, $with ms with $kernels kernels' generators and analyzers: $((with - without)) ms more"
done

emit() {
  build with -p:EmitCompilerGeneratedFiles=true -p:CompilerGeneratedFilesOutputPath="$project/emitted"
  find "$project/emitted" -path '*TypedTensors*' -name '*.cs' -exec sha256sum {} + | sort -k 2
}
emit > "$project/before.txt"
sed -i 's/k < 3/k < 4/' "$project/kernels/Kernels0.cs"
emit > "$project/after.txt"
bytes=$(cut -d ' ' -f 3- "$project/after.txt" | xargs cat | wc -c)
echo "emitted: $(wc -l < "$project/after.txt") files of $((bytes / kernels)) bytes a kernel; an edit of one kernel changed $(diff "$project/before.txt" "$project/after.txt" | grep -c '^>')"
