package org.tidings.ui.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidings.feed.content.Place;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// What a text is written for, and for whom: what begins private can never be posted in the open.
///
/// @param root the thread it answers in; empty for a text that starts one
/// @param readers who can read it besides us; empty in the open, where everybody can
public record Destination(Optional<MessageId> root, Optional<Set<FeedId>> readers) {
  /// In a thread where nobody names whom they answer, everybody is a head: some of the newest do.
  private static final int MOST_NAMED = 12;

  private static final String POST = "post";
  private static final String THREAD = "thread:";
  private static final String PRIVATE = "private:";

  public Destination {
    readers = readers.map(Set::copyOf);
  }

  /// A post that starts a thread.
  public static Destination newThread() {
    return new Destination(Optional.empty(), Optional.empty());
  }

  /// A reply in the thread of `root`.
  public static Destination inThread(MessageId root) {
    return new Destination(Optional.of(root), Optional.empty());
  }

  /// A private message among us and these others, nobody else; in whichever thread they are.
  public static Destination among(Collection<FeedId> others) {
    return new Destination(Optional.empty(), Optional.of(new LinkedHashSet<>(others)));
  }

  /// A private reply in the thread of `root`.
  public static Destination among(Collection<FeedId> others, MessageId root) {
    return new Destination(Optional.of(root), Optional.of(new LinkedHashSet<>(others)));
  }

  public boolean isPrivate() {
    return readers.isPresent();
  }

  /// Whom it is encrypted for: the readers and ourselves.
  List<FeedId> recipients(FeedId self) {
    List<FeedId> all = new ArrayList<>(readers.orElse(Set.of()));
    all.remove(self);
    all.add(self);
    return all;
  }

  /// The name its draft is kept under.
  String draft() {
    String place = root.map(id -> THREAD + id).orElse(POST);
    return readers
        .map(
            feeds ->
                feeds.stream()
                    .map(FeedId::toString)
                    .sorted()
                    .collect(Collectors.joining(",", PRIVATE, root.map(id -> ":" + id).orElse(""))))
        .orElse(place);
  }

  /// What the text is for that is kept under this name; empty where it is for none.
  static Optional<Destination> ofDraft(String place) {
    if (place.equals(POST)) {
      return Optional.of(newThread());
    }
    if (place.startsWith(THREAD)) {
      return MessageId.parse(place.substring(THREAD.length())).map(Destination::inThread);
    }
    return place.startsWith(PRIVATE)
        ? ofPrivate(place.substring(PRIVATE.length()))
        : Optional.empty();
  }

  private static Optional<Destination> ofPrivate(String name) {
    int end = name.indexOf(':');
    String readers = end < 0 ? name : name.substring(0, end);
    List<Optional<FeedId>> parsed =
        readers.isEmpty()
            ? List.of()
            : Arrays.stream(readers.split(",", -1)).map(FeedId::parse).toList();
    Set<FeedId> all = parsed.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    if (all.size() < parsed.size()) {
      return Optional.empty();
    }
    return end < 0
        ? Optional.of(among(all))
        : MessageId.parse(name.substring(end + 1)).map(root -> among(all, root));
  }

  /// Where the text will stand, when `heads` are the newest posts of the thread.
  Place after(List<MessageId> heads) {
    return root.map(id -> Place.after(id, heads.isEmpty() ? List.of(id) : newest(heads)))
        .orElse(Place.ROOT);
  }

  private static List<MessageId> newest(List<MessageId> heads) {
    return heads.subList(Math.max(0, heads.size() - MOST_NAMED), heads.size());
  }
}
