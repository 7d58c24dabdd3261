package org.tidings.feed.ref;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A link as people's clients write it: an id with the query that may follow, such as the key of an
/// encrypted blob (`&…=.sha256?unbox=…`). The id may be malformed; [#ref] is strict. Protocol 1.3.
///
/// @param link the id, without the query; an `ssb:` URI is turned into its sigil form
/// @param query the fields after the question mark
public record RefLink(String link, Map<String, String> query) {
  private static final Pattern LINK =
      Pattern.compile("([@%&][A-Za-z0-9/+]{43}=\\.\\w+)(?:\\?(.+))?");

  private static final String IN_ID = "=.";

  /// The query field with the key of an encrypted blob or message.
  public static final String UNBOX = "unbox";

  public RefLink {
    query = Map.copyOf(query);
  }

  /// A link without a query.
  public static RefLink to(Ref ref) {
    return new RefLink(ref.toString(), Map.of());
  }

  /// Reads an id or `ssb:` URI, with or without a query.
  public static Optional<RefLink> parse(String text) {
    if (text.startsWith(SsbUri.SCHEME)) {
      return SsbUri.parse(text).flatMap(uri -> uri.ref().map(ref -> fromUri(ref, uri)));
    }
    Optional<Ref> plain = Ref.parse(text);
    return plain.isPresent() ? plain.map(RefLink::to) : withQuery(text);
  }

  /// What a link points to, if its id is canonical: what [#parse] and [#ref] find together.
  public static Optional<Ref> refIn(String text) {
    Optional<Ref> plain = Ref.parse(text);
    return plain.isPresent() ? plain : parse(text).flatMap(RefLink::ref);
  }

  private static Optional<RefLink> withQuery(String text) {
    if (!text.contains(IN_ID)) {
      return Optional.empty();
    }
    Matcher link = LINK.matcher(text);
    if (!link.matches()) {
      return Optional.empty();
    }
    String query = link.group(2);
    return Optional.of(new RefLink(link.group(1), query == null ? Map.of() : fields(query)));
  }

  /// What it points to, if the id is canonical.
  public Optional<Ref> ref() {
    return Ref.parse(link);
  }

  private static RefLink fromUri(Ref ref, SsbUri uri) {
    return new RefLink(ref.toString(), withPlus(uri.query()));
  }

  private static Map<String, String> fields(String query) {
    return withPlus(PercentText.query(query));
  }

  /// Keys are base64, and many clients leave their `+` bare, which a query reads as a space.
  private static Map<String, String> withPlus(Map<String, String> query) {
    Map<String, String> fields = new TreeMap<>(query);
    fields.computeIfPresent(UNBOX, (_, key) -> key.replace(' ', '+'));
    return fields;
  }
}
