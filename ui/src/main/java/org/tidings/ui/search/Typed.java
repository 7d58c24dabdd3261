package org.tidings.ui.search;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.InviteCode;
import org.tidings.feed.ref.MultiserverAddress;
import org.tidings.feed.ref.Ref;
import org.tidings.feed.ref.RefExtractor;
import org.tidings.feed.ref.RefLink;
import org.tidings.feed.search.SearchQuery;
import org.tidings.replication.InviteKind;

/// What stands in the search field. Immutable.
///
/// @param text without space around it
record Typed(String text) {
  private static final Pattern FILTER =
      Pattern.compile("(?i)(?:^|\\s)-?(?:from|in|since|until):\\S.*");

  /// A word that may not be finished: at least two letters, and no filter, phrase or tag.
  private static final Pattern BEGINNING =
      Pattern.compile("(?:^|.*\\s)-?[^\\s:#@\"*-][^\\s:#\"*]*[\\p{L}\\p{N}]", Pattern.DOTALL);

  static Typed of(String characters) {
    return new Typed(characters.strip());
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /// The picture or file whose link was pasted alone, with its key where it is encrypted.
  Optional<BlobLink> blob() {
    return isOneWord() ? BlobLink.parse(text) : Optional.empty();
  }

  private boolean isOneWord() {
    return !text.contains(" ") && !hasFilter();
  }

  /// The id in what was pasted: alone, in an `ssb:` link, or in the address of a web viewer.
  Optional<Ref> ref() {
    if (!isOneWord()) {
      return Optional.empty();
    }
    return RefLink.parse(text)
        .flatMap(RefLink::ref)
        .or(() -> RefExtractor.first(text).flatMap(Ref::parse));
  }

  /// Whether it is an invite, of whatever kind, although there may be ids in it. A web page that
  /// does not say so itself is none.
  boolean isInvite() {
    return InviteKind.of(text).filter(kind -> kind != InviteKind.ALIAS || isUri()).isPresent();
  }

  /// Whether it is a web page that may be somebody's own in a room.
  boolean isPage() {
    return !text.contains(" ") && InviteKind.of(text).isPresent();
  }

  /// Whether it says where somebody is.
  boolean isAddress() {
    String bare = InviteKind.bare(text);
    return InviteCode.parse(bare).isPresent() || MultiserverAddress.parse(bare).isPresent();
  }

  /// Whether it is a link of the network, of whatever kind.
  boolean isUri() {
    return text.startsWith("ssb:");
  }

  boolean hasFilter() {
    return FILTER.matcher(text).find();
  }

  boolean isName() {
    return text.startsWith("@");
  }

  boolean isChannel() {
    return text.startsWith("#");
  }

  /// The text without the sign that says what is meant.
  String bare() {
    return isName() || isChannel() ? text.substring(1) : text;
  }

  /// What to look for in posts: the last word may go on.
  ///
  /// @param zone whose days are meant
  SearchQuery query(ZoneId zone) {
    boolean evenQuotes = text.chars().filter(c -> c == '"').count() % 2 == 0;
    boolean goesOn = evenQuotes && BEGINNING.matcher(text).matches();
    return SearchQuery.parse(goesOn ? text + "*" : text, zone);
  }
}
