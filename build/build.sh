# shellcheck shell=bash
# Sourced by the scripts that need the built app: build_if_changed leaves $current, a folder with our jars
# and a file "classpath". Expects $root and $jdk.

modules="crypto feed replication ui app"
run=$root/app/target/run # one folder a build, so that a rebuild never pulls the jars from under a running app
quiet="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" # natives, and no warning of it
# What is kept in memory grows with feeds, not with messages: without a limit garbage would take what the machine has.
# Little room for what is new, and a collector that often looks through all beside the work: what is free is given back,
# also what the C library keeps of SQLite and JavaFX, and pictures that are only kept in case (ui/BENCHMARKS.md).
# Classes stay where the archive of them lies: moved elsewhere at random, as it is else, all of its pages are copied, 40 MB.
# Inlining less makes the optimizing compiler, which wants the same cores as a first sync, much quicker (feed/BENCHMARKS.md).
tuning="-Xmx256m -Xms64m -Xmn40m -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=15 -XX:TrimNativeHeapInterval=10000 -XX:+UseG1GC -XX:MarkStackSize=256k -XX:G1PeriodicGCInterval=30000 -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=20 -XX:GCTimeRatio=4 -XX:SoftRefLRUPolicyMSPerMB=50 -XX:+UseCompactObjectHeaders -XX:InlineSmallCode=700 -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"

# The jars are named by their whole path, so what was built is of no use to a copied or moved checkout.
usable() {
  local jars jar
  [ -e "$current/classpath" ] || return
  IFS=: read -r -a jars <"$current/classpath" || [ ${#jars[@]} -gt 0 ] || return
  case ${jars[0]} in "$current/"*) ;; *) return 1 ;; esac
  for jar in "${jars[@]}"; do [ -e "$jar" ] || return; done
}

# Status-change times can not be set back, so a moved or restored file counts as changed, too;
# a removed one shows in its folder.
changed() {
  current=$run/$(cat "$run/current" 2>/dev/null)
  usable || return 0
  [ -n "$(cd "$root" && find pom.xml ./*/pom.xml ./*/src/main -cnewer "$current/stamp" -print -quit)" ]
}

build() {
  local name next module classpath=
  name=$(date +%s).$$ next=$run/$name
  echo "tidings: building" >&2
  mkdir -p "$next" && touch "$next/stamp" || return
  # test-compile with no tests: the test jars of other modules resolve, and nothing of them is built.
  (cd "$root" && JAVA_HOME=$jdk MAVEN_OPTS="${MAVEN_OPTS:-} $quiet" mvn -B -Dstyle.color=never -pl app -am \
    test-compile -Dmaven.test.skip=true -Dexec.skip=true -Dtidings.classpath="$next/libraries" </dev/null) \
    >"$next/maven.log" 2>&1 || { grep -E -A2 '^\[(WARNING|ERROR)\]' "$next/maven.log" | head -40 >&2; return 1; }
  for module in $modules; do
    (cd "$root/$module/target/classes" && find . -type f | sed 's|^\./||' | LC_ALL=C sort >"$next/files" &&
      "$jdk/bin/jar" --create --no-compress --date 2026-01-01T00:00:00Z --file "$next/tidings-$module.jar" \
        @"$next/files") || return
    classpath=$classpath$next/tidings-$module.jar:
  done
  printf %s "$classpath$(cat "$next/libraries")" >"$next/classpath"
  printf %s "$name" >"$next/name" && mv "$next/name" "$run/current" || return
  # The last build stays for who is starting from it now; an app that runs keeps the jars it has open.
  find "$run" -mindepth 1 -maxdepth 1 -type d ! -path "$next" ! -path "${current%/}" -exec rm -rf {} +
  current=$next
}

build_if_changed() {
  changed || return 0
  exec 9<"$root" # "mvn clean" removes every other place, so the checkout itself is the lock
  if command -v flock >/dev/null; then flock 9; fi
  local built=0
  if changed; then build; built=$?; fi
  exec 9<&-
  return $built
}
