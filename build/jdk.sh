# shellcheck shell=bash disable=SC2034
# Sourced by the scripts that start Java: puts the home of a JDK 25 into $jdk, or says how to get one.

: "${HOME:=/nonexistent}" # a service may have none

is_jdk_25() { [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="25[."]' "$1/release"; }

find_jdk() {
  local java home
  java=$(readlink -f "$(command -v java)" 2>/dev/null)
  for home in "${JAVA_HOME:-}" "${JDK_25:-}" "${java%/bin/java}" /usr/lib/jvm/* /usr/java/* /opt/*j[dr][ke]*25* \
    /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then jdk=$home; return 0; fi
  done
  return 1
}

# Root on Debian may fetch packages by itself; everybody else is told the command.
can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && [ -e /etc/debian_version ]; }
install_packages() {
  echo "Installing $*" >&2
  { apt-get -qq -o Acquire::Retries=3 update &&
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"; } >&2
}

need_jdk() {
  find_jdk && return
  if can_install && [ -n "$(apt-cache madison openjdk-25-jdk-headless 2>/dev/null)" ] &&
    install_packages openjdk-25-jdk-headless && find_jdk; then return; fi
  cat >&2 <<'END'
JDK 25 is missing, and Debian 12 does not carry it. Take Temurin 25 for your system from
https://adoptium.net/temurin/releases/?version=25 and unpack it where it is found by itself:
  sudo mkdir -p /usr/lib/jvm && sudo tar -xzf OpenJDK25U-jdk_*.tar.gz -C /usr/lib/jvm
A JDK 25 that you have in another place is found by: export JAVA_HOME=/its/folder
END
  exit 1
}
