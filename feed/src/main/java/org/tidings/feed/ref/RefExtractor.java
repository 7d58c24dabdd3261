package org.tidings.feed.ref;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds references in running text. Stateless, thread-safe. Protocol 1.3.
public final class RefExtractor {
  private static final String SIGIL_ID = "[@%&][A-Za-z0-9/+]{43}=\\.\\w+";
  private static final String URI = "ssb:(?://)?(?:feed|message|blob)[/:][a-z0-9-]+[/:][\\w-]{43}=";
  private static final Pattern SOMETHING_LIKE_AN_ID = Pattern.compile(SIGIL_ID);
  private static final Pattern REFERENCE = Pattern.compile(SIGIL_ID + "|" + URI);

  private RefExtractor() {}

  /// The first thing in `text` that looks like an id, be it canonical or not. Where none stands
  /// openly, the text is taken for percent-encoded, as in the address of a web viewer.
  public static Optional<String> first(String text) {
    Matcher open = SOMETHING_LIKE_AN_ID.matcher(text);
    if (open.find()) {
      return Optional.of(open.group());
    }
    String decoded = PercentText.decode(text).orElse(text).replace("&amp;", "&");
    Matcher hidden = SOMETHING_LIKE_AN_ID.matcher(decoded);
    return hidden.find() ? Optional.of(hidden.group()) : Optional.empty();
  }

  /// The references in `text`, sigil ids and `ssb:` URIs, in order.
  public static List<Ref> refs(String text) {
    List<Ref> refs = new ArrayList<>();
    Matcher found = REFERENCE.matcher(text);
    while (found.find()) {
      Ref.parse(found.group()).ifPresent(refs::add);
    }
    return List.copyOf(refs);
  }
}
