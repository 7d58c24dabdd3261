package org.tidings.ui.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tidings.feed.content.Place;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.markdown.NamedLink;

/// The one post of a thread that a reply answers, where it is not the thread as a whole. Immutable.
///
/// @param by who wrote it, who is mentioned
/// @param name what they are called where everybody reads it
record Answered(MessageId message, FeedId by, String name) {
  private static final int PARTS = 3;

  /// What stays a heading, a list, a quotation or code only at the start of a line.
  private static final Pattern BLOCK = Pattern.compile("^(?:[\\s#>*+\\-`~|=]|\\d+[.)])");

  private String mention() {
    return NamedLink.of(by, name);
  }

  /// A text to them: it begins with a mention, if it mentions them nowhere.
  String address(String text) {
    if (text.contains(by.toString())) {
      return text;
    }
    String between = BLOCK.matcher(text).find() ? "\n\n" : " ";
    return text.isEmpty() ? mention() : mention() + between + text;
  }

  /// The same text as it was before that.
  String apart(String addressed) {
    return addressed.startsWith(mention())
        ? addressed.substring(mention().length()).stripLeading()
        : addressed;
  }

  /// A place after the newest posts of the thread as the place of an answer, which comes after the
  /// post it answers, too. Protocol 10.6.
  Place in(Place place) {
    List<MessageId> branch = new ArrayList<>(List.of(message));
    place.branch().stream().filter(newest -> !newest.equals(message)).forEach(branch::add);
    return new Place(place.root(), branch, place.fork());
  }

  /// As drafts keep it.
  String write() {
    return message + " " + by + " " + name;
  }

  /// What [#write] made; nothing where it cannot be read.
  static Optional<Answered> read(String kept) {
    String[] parts = kept.split(" ", PARTS);
    return parts.length < PARTS
        ? Optional.empty()
        : MessageId.parse(parts[0])
            .flatMap(
                message -> FeedId.parse(parts[1]).map(by -> new Answered(message, by, parts[2])));
  }
}
