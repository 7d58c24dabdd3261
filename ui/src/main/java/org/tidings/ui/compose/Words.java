package org.tidings.ui.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.content.Post;
import org.tidings.feed.local.Drafts;
import org.tidings.feed.local.OutboxEntry;

/// What somebody is writing.
///
/// @param warning what readers see before the text; empty for none
/// @param attachments what goes with it
/// @param answered the post it answers; empty for a thread as a whole, or none
record Words(
    String text, String warning, List<Attachment> attachments, Optional<Answered> answered) {
  static final Words NONE = new Words("", "", List.of(), Optional.empty());

  private static final Pattern BLANK_BEFORE =
      Pattern.compile("\\A(?:\\s*\\R)?(?: {1,3}(?=\\S)(?!(?s:.*)\\R[ \t]))?");

  private static final String OF_WARNING = "/warning";
  private static final String OF_ATTACHMENTS = "/files";
  private static final String OF_ANSWERED = "/answered";

  Words {
    attachments = List.copyOf(attachments);
  }

  /// The place that a part is kept for.
  ///
  /// @param name of the part, as [#drafts] has it
  static String place(String name) {
    return Stream.of(OF_WARNING, OF_ATTACHMENTS, OF_ANSWERED)
        .filter(name::endsWith)
        .findFirst()
        .map(part -> name.substring(0, name.length() - part.length()))
        .orElse(name);
  }

  static Words load(Drafts drafts, String place) {
    return new Words(
        drafts.load(place).orElse(""),
        drafts.load(place + OF_WARNING).orElse(""),
        Attachment.read(drafts.load(place + OF_ATTACHMENTS).orElse("")),
        drafts.load(place + OF_ANSWERED).flatMap(Answered::read));
  }

  /// What waits in the outbox, as it was written: what went into several posts is one text again.
  static Words of(OutboxEntry entry) {
    List<Post> posts = posts(entry);
    return posts.isEmpty() ? NONE : WholeText.apart(WholeText.together(posts));
  }

  /// The posts of an entry of the outbox.
  static List<Post> posts(OutboxEntry entry) {
    return entry.posts().stream()
        .map(ContentParser::parse)
        .flatMap(content -> content instanceof Post post ? Stream.of(post) : Stream.empty())
        .toList();
  }

  /// Without the blank space around the text. What lays out the lines after it stays, though: the
  /// indentation of code, or of a list that is indented as a whole.
  Words stripped() {
    String stripped = BLANK_BEFORE.matcher(text).replaceFirst("").stripTrailing();
    return new Words(stripped, warning, attachments, answered);
  }

  /// The text as it is posted: to whom it answers.
  String addressed() {
    return answered.map(one -> one.address(text)).orElse(text);
  }

  /// What was posted, or was about to be, as an answer to this.
  Words answering(Answered to) {
    return new Words(to.apart(text), warning, attachments, Optional.of(to));
  }

  /// These with others after them; nothing of either is left out.
  Words before(Words others) {
    List<Attachment> all = new ArrayList<>(attachments);
    others.attachments.stream()
        .filter(one -> all.stream().noneMatch(other -> other.link().equals(one.link())))
        .forEach(all::add);
    boolean both = answered.isPresent() && !others.isEmpty();
    String after = both ? others.addressed() : others.text;
    return new Words(
        joined(text, after, "\n\n"),
        joined(warning, others.warning, ", "),
        all,
        answered.or(others::answered));
  }

  private boolean isEmpty() {
    return text.isBlank() && attachments.isEmpty();
  }

  private static String joined(String first, String second, String between) {
    return Stream.of(first, second)
        .filter(words -> !words.isBlank())
        .distinct()
        .collect(Collectors.joining(between));
  }

  /// As they are kept for a place, by the name of each part.
  Map<String, String> drafts(String place) {
    return Map.of(
        place,
        text,
        place + OF_WARNING,
        warning,
        place + OF_ATTACHMENTS,
        Attachment.write(attachments),
        place + OF_ANSWERED,
        answered.map(Answered::write).orElse(""));
  }

  void save(Drafts drafts, String place) {
    drafts.save(drafts(place));
  }
}
