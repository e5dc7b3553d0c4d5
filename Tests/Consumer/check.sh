#!/usr/bin/env bash
# Builds and runs a project outside the repository that has nothing of it but the packages, and compares what it prints, on the processor and on Vulkan,
# where there must be no compiler of shaders: nothing is on the path but what .NET needs.
# Then builds one with a faulty kernel: the rules of the package must report it, .editorconfig must silence them,
# 'dotnet format analyzers' must mend what has a fix, and a device cannot run must be explained beside the compiler's error.
# Usage: Tests/Consumer/check.sh [folder with TypedTensors.*.nupkg]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
feed=$(cd "${1:-$here/../../artifacts/packages}" && pwd)
project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT

mkdir "$project/app" "$project/rules"
cp "$here/Program.cs" "$project/app/"
cp "$here/Consumer.csproj.txt" "$project/app/Consumer.csproj"
cp "$here/Rules/Noise.cs" "$project/rules/"
sed 's|<OutputType>Exe</OutputType>|<OutputType>Library</OutputType>|' "$here/Consumer.csproj.txt" > "$project/rules/Rules.csproj"
cat > "$project/nuget.config" <<CONFIG
<configuration>
  <packageSources>
    <add key="typedtensors" value="$feed" />
  </packageSources>
</configuration>
CONFIG

# A package folder of its own, so that no older build of the same version is found in the user's.
export NUGET_PACKAGES="$project/packages"
dotnet build "$project/app" --configuration Release --nologo --verbosity quiet
app=$(find "$project/app/bin/Release" -name Consumer.dll)
dotnet=$(command -v dotnet)
PATH="$project/none" "$dotnet" "$app" > "$project/output.txt"
diff <(grep -v '^vulkan' "$here/expected.txt") "$project/output.txt"
echo "consumer: built from the packages alone, output as expected on the processor"
if [ "${TYPEDTENSORS_REQUIRE_VULKAN:-}" = 1 ]; then
  PATH="$project/none" "$dotnet" "$app" vulkan > "$project/output.txt"
  diff "$here/expected.txt" "$project/output.txt"
  echo "consumer: its kernels run on Vulkan without any compiler, output as expected"
fi

# The project treats warnings as errors, so the report fails the build, at the line and column of the text that is at fault.
if dotnet build "$project/rules" --configuration Release --nologo --verbosity quiet > "$project/rules.txt"; then
  echo "consumer: the faulty kernel was not reported"
  exit 1
fi
grep -F "Noise.cs(10,50): error TT4011: 'AddNoise' yields no code" "$project/rules.txt" > "$project/report.txt" || { cat "$project/rules.txt"; exit 1; }
printf 'root = true\n[*.cs]\ndotnet_diagnostic.TT4011.severity = none\n' > "$project/rules/.editorconfig"
dotnet build "$project/rules" --configuration Release --no-restore --nologo --verbosity quiet

# Each rule of a family reports at its line and column, those that only inform once they are asked to warn; .editorconfig silences all, the package's fixes mend all.
severities() {
  printf 'root = true\n[*.cs]\ndotnet_diagnostic.TT4011.severity = none\n'
  printf "dotnet_diagnostic.%s.severity = $1\n" $ids
}
for family in Precision Sharing; do
  cp "$here/Rules/$family.cs" "$project/rules/"
  ids=$(grep -o 'TT[0-9]*' "$here/Rules/$family.reports.txt")
  severities warning > "$project/rules/.editorconfig"
  dotnet build "$project/rules" --configuration Release --no-restore --nologo --verbosity quiet > "$project/rules.txt" && exit 1
  grep -oE "$family.cs\([0-9]+,[0-9]+\): error TT[0-9]+" "$project/rules.txt" | sort -u -t: -k2 > "$project/reports.txt"
  diff "$here/Rules/$family.reports.txt" "$project/reports.txt"
  severities none > "$project/rules/.editorconfig"
  dotnet build "$project/rules" --configuration Release --no-restore --nologo --verbosity quiet
  echo "consumer: every rule of the package in the family $family reports, and .editorconfig silences it"
  severities warning > "$project/rules/.editorconfig"
  dotnet format analyzers "$project/rules" --diagnostics $ids --severity warn --no-restore
  diff "$here/Rules/$family.expected.txt" "$project/rules/$family.cs"
  dotnet build "$project/rules" --configuration Release --no-restore --nologo --verbosity quiet
  echo "consumer: 'dotnet format analyzers' applies the fixes of the package in the family $family"
done

# A file of the project's own teaches the rules another library, and a rule that is off by default reports once it is asked for.
cp "$here/Rules/Acme.cs" "$here/Rules/Acme.sharing.txt" "$project/rules/"
sed -i 's|</Project>|<ItemGroup><AdditionalFiles Include="Acme.sharing.txt" /></ItemGroup></Project>|' "$project/rules/Rules.csproj"
printf 'root = true\n[*.cs]\ndotnet_diagnostic.TT4011.severity = none\n[Acme.cs]\ndotnet_diagnostic.TT2010.severity = warning\n' > "$project/rules/.editorconfig"
dotnet build "$project/rules" --configuration Release --no-restore --nologo --verbosity quiet > "$project/rules.txt" && exit 1
grep -oE 'Acme.cs\([0-9]+,[0-9]+\): error TT[0-9]+' "$project/rules.txt" | sort -u > "$project/reports.txt"
diff "$here/Rules/Acme.reports.txt" "$project/reports.txt"
rm "$project/rules/Acme.cs"
printf 'root = true\n[*.cs]\ndotnet_diagnostic.TT4011.severity = none\n' > "$project/rules/.editorconfig"
echo "consumer: a sharing file of the project teaches the rules another library"

cp "$here/Rules/Entropy.cs" "$project/rules/"
dotnet build "$project/rules" --configuration Release --no-restore --nologo --verbosity quiet > "$project/rules.txt" && exit 1
grep -F "Entropy.cs(14,46): error TT5001: On 'TDevice', 'Entropy' of double cannot run" "$project/rules.txt" > "$project/report.txt" || { cat "$project/rules.txt"; exit 1; }
echo "consumer: the rules of the package report, and .editorconfig silences them"
