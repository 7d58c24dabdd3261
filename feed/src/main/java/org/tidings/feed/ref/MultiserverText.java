package org.tidings.feed.ref;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The grammar of multiserver addresses, whatever their transports: addresses joined by `;`, each
/// of protocols joined by `~`, each a name and data joined by `:`, with `!` escaping those four.
/// Protocol 8.1.
///
/// @param addresses the addresses of a list, in order of preference
record MultiserverText(List<List<Protocol>> addresses) {
  /// Longer than any list of real addresses, and short enough for a pattern that recurses.
  private static final int MOST_CHARS = 2048;

  private static final String NAME = "[a-z][a-z0-9-]+";
  private static final String DATA = "(?:[\"-9<-}]++|![!~:;])*+";
  private static final String PROTOCOL = NAME + "(?::" + DATA + ")*+";
  private static final String ADDRESS = PROTOCOL + "(?:~" + PROTOCOL + ")*+";
  private static final Pattern LIST = Pattern.compile(ADDRESS + "(?:;" + ADDRESS + ")*+");
  private static final Pattern TRANSPORT_AND_TRANSFORM = Pattern.compile("[^!]~");

  /// One layer of an address, such as `net:host:8008`.
  record Protocol(String name, List<String> data) {}

  /// Reads a list of addresses. Each has a transport and a transform, so that web addresses, which
  /// fit the grammar too, are not taken for one.
  static Optional<MultiserverText> parse(String text) {
    boolean fits =
        text.length() <= MOST_CHARS
            && LIST.matcher(text).matches()
            && TRANSPORT_AND_TRANSFORM.matcher(text).find();
    return fits
        ? Optional.of(
            new MultiserverText(split(text, ';').stream().map(MultiserverText::protocols).toList()))
        : Optional.empty();
  }

  private static List<Protocol> protocols(String address) {
    return split(address, '~').stream().map(MultiserverText::protocol).toList();
  }

  private static Protocol protocol(String text) {
    List<String> parts = split(text, ':');
    List<String> data = parts.subList(1, parts.size());
    return new Protocol(parts.getFirst(), data.stream().map(MultiserverText::unescape).toList());
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '!') {
        i++;
      } else if (text.charAt(i) == separator) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String unescape(String text) {
    return text.replaceAll("!(.)", "$1");
  }
}
