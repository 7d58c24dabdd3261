package org.tidings.feed.ref;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An `ssb:` URI of a known type and format. Protocol 1.4.
///
/// @param type `feed`, `message`, `blob`, `address`, `experimental` and so on
/// @param format such as `classic` (older names of it included); empty for experimental ones
/// @param data the parts that follow, in URL-safe base64
/// @param query the fields after the question mark
public record SsbUri(String type, String format, List<String> data, Map<String, String> query) {
  static final String SCHEME = "ssb:";
  private static final String CLASSIC = "classic";
  private static final String EXPERIMENTAL = "experimental";
  private static final String ADDRESS_FIELD = "multiserverAddress";
  private static final Pattern DATA = Pattern.compile("[\\w=-]+");

  private static final Set<String> FEED_FORMATS =
      Set.of(CLASSIC, "bendybutt-v1", "gabbygrove-v1", "buttwoo-v1", "indexed-v1");
  private static final Set<String> MESSAGE_FORMATS =
      Set.of(CLASSIC, "bendybutt-v1", "gabbygrove-v1", "buttwoo-v1", "indexed-v1", "cloaked");
  private static final Set<String> IDENTITY_FORMATS = Set.of("po-box", "group", "fusion");

  public SsbUri {
    data = List.copyOf(data);
    query = Map.copyOf(query);
  }

  /// Reads the URI in any of its three spellings: `ssb:a/b/c`, `ssb:a:b:c`, `ssb://a/b/c`.
  public static Optional<SsbUri> parse(String text) {
    if (!text.startsWith(SCHEME)) {
      return Optional.empty();
    }
    int question = text.indexOf('?');
    String path = text.substring(SCHEME.length(), question < 0 ? text.length() : question);
    List<String> parts = Arrays.asList(withoutSlashes(path).split("[:/]", -1));
    String type = parts.getFirst();
    String format = parts.size() > 1 ? modern(type, parts.get(1)) : "";
    List<String> data = parts.subList(Math.min(2, parts.size()), parts.size());
    Map<String, String> query =
        question < 0 ? Map.of() : PercentText.query(text.substring(question + 1));
    return Optional.of(new SsbUri(type, format, data, query)).filter(SsbUri::isKnown);
  }

  /// The URI of an id.
  public static SsbUri of(Ref ref) {
    String type =
        switch (ref) {
          case FeedId _ -> "feed";
          case MessageId _ -> "message";
          case BlobId _ -> "blob";
        };
    String base64 = ref.toString().substring(1, 1 + Base64Id.CHARS);
    String safe = base64.replace('+', '-').replace('/', '_');
    return new SsbUri(type, CLASSIC, List.of(safe), Map.of());
  }

  /// Whether it names a feed, of any format.
  public boolean isFeed() {
    return type.equals("feed");
  }

  /// Whether it is an address and nothing else; a link that asks for something may have one beside.
  public boolean isAddress() {
    return type.equals("address");
  }

  /// What it points to, if that is a classic feed, message or blob.
  public Optional<Ref> ref() {
    if (!format.equals(CLASSIC) || data.size() != 1) {
      return Optional.empty();
    }
    String base64 = data.getFirst().replace('-', '+').replace('_', '/');
    return switch (type) {
      case "feed" -> Ref.parse("@" + base64 + Sigil.FEED.suffix());
      case "message" -> Ref.parse("%" + base64 + Sigil.MESSAGE.suffix());
      case "blob" -> Ref.parse("&" + base64 + Sigil.BLOB.suffix());
      default -> Optional.empty();
    };
  }

  /// The address in it, as text.
  public Optional<String> multiserverAddress() {
    return Optional.ofNullable(query.get(ADDRESS_FIELD));
  }

  /// The URI in its usual spelling, without the query.
  @Override
  public String toString() {
    return SCHEME + type + "/" + format + "/" + String.join("/", data);
  }

  private static String withoutSlashes(String path) {
    return path.startsWith("//") ? path.substring(2) : path;
  }

  private static String modern(String type, String format) {
    boolean old =
        switch (type) {
          case "feed" -> format.equals("ed25519");
          case "message", "blob" -> format.equals("sha256");
          default -> false;
        };
    return old ? CLASSIC : format;
  }

  private boolean isKnown() {
    boolean hasData = !data.isEmpty() && DATA.matcher(data.getLast()).matches();
    return switch (type) {
      case "feed" -> hasData && FEED_FORMATS.contains(format);
      case "message" -> hasData && MESSAGE_FORMATS.contains(format);
      case "blob" -> hasData && format.equals(CLASSIC);
      case "identity" -> hasData && IDENTITY_FORMATS.contains(format);
      case "encryption-key" -> hasData && format.equals("box2-dm-dh");
      case "address" -> format.equals("multiserver") && query.containsKey(ADDRESS_FIELD);
      case EXPERIMENTAL -> true;
      default -> false;
    };
  }
}
