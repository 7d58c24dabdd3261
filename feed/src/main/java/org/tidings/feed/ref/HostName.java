package org.tidings.feed.ref;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which texts can be the host of an address: IPv4, IPv6 or a name.
///
/// Addresses of IPv6 are written in two ways. The programs on npm write them as they are, and do
/// not reach `[::1]`; go-ssb, and everybody elsewhere, writes brackets around them. We read both
/// and write the former. Protocol 8.1.
public final class HostName {
  private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*(%[\\w.-]+)?");
  private static final Pattern BRACKETED = Pattern.compile("\\[(.*:.*)]");

  /// How a zone begins within brackets (RFC 6874), where the system writes `%` alone.
  private static final Pattern ESCAPED_ZONE = Pattern.compile("%25(?=.)");

  private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9]([\\w-]{0,61}[a-zA-Z0-9])?");
  private static final int MOST_CHARS = 253;

  private HostName() {}

  /// The host that somebody wrote, without brackets; empty when it is none.
  static Optional<String> read(String written) {
    return Optional.of(open(written)).filter(HostName::isOne);
  }

  /// The same with brackets around an address of IPv6, as web addresses have it.
  public static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static String open(String written) {
    Matcher brackets = BRACKETED.matcher(written);
    return brackets.matches() ? ESCAPED_ZONE.matcher(brackets.group(1)).replaceFirst("%") : written;
  }

  private static boolean isOne(String host) {
    return IPV4.matcher(host).matches() || IPV6.matcher(host).matches() || isName(host);
  }

  /// Labels as in the domain name system, with the underscores some hosts have; the registered name
  /// itself has none. Names of one label are allowed, for local networks.
  private static boolean isName(String host) {
    List<String> labels = List.of(host.split("\\.", -1));
    int registered = Math.max(0, labels.size() - 2);
    return host.length() <= MOST_CHARS
        && labels.stream().allMatch(label -> LABEL.matcher(label).matches())
        && labels.stream().skip(registered).noneMatch(label -> label.contains("_"));
  }
}
