#!/usr/bin/env bash
# Builds and runs a project outside the repository that has nothing of it but the package, and compares what it prints.
# Usage: Tests/Consumer/check.sh [folder with TypedTensors.*.nupkg]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
feed=$(cd "${1:-$here/../../artifacts/packages}" && pwd)
project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT

cp "$here/Program.cs" "$project/"
cp "$here/Consumer.csproj.txt" "$project/Consumer.csproj"
cat > "$project/nuget.config" <<CONFIG
<configuration>
  <packageSources>
    <add key="typedtensors" value="$feed" />
  </packageSources>
</configuration>
CONFIG

# A package folder of its own, so that no older build of the same version is found in the user's.
export NUGET_PACKAGES="$project/packages"
dotnet build "$project" --configuration Release --nologo --verbosity quiet
dotnet run --project "$project" --configuration Release --no-build > "$project/output.txt"
diff "$here/expected.txt" "$project/output.txt"
echo "consumer: built from the package alone, output as expected"
