#!/bin/sh
# Words on the command line are UTF-8 in the "C" locale, too.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
  *) export LC_CTYPE=C.UTF-8; [ -z "${LC_ALL:-}" ] || export LC_ALL=C.UTF-8 ;;
esac
exec /opt/tidings/bin/tidings "$@"
