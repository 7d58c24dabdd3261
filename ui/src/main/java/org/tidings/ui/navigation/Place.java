package org.tidings.ui.navigation;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// Somewhere a person can be in the window.
public sealed interface Place {
  /// The timeline.
  record Home() implements Place {}

  /// Writing a new post.
  record Compose() implements Place {}

  /// The thread that a message belongs to, a private one of a private message; the message is
  /// brought into view.
  ///
  /// @param answering whether the person is about to answer
  /// @param inTheOpen whether what was said in the open is meant, wherever it began
  /// @param begun the answer they have begun and go on with; empty where it follows from the thread
  ///     whom they answer
  record InThread(MessageId message, boolean answering, boolean inTheOpen, Optional<Begun> begun)
      implements Place {
    public InThread(MessageId message) {
      this(message, false);
    }

    public InThread(MessageId message, boolean answering) {
      this(message, answering, false, Optional.empty());
    }

    /// What was said in the open in the thread with this root, even where that is private.
    public static InThread inTheOpen(MessageId root) {
      return new InThread(root, false, true, Optional.empty());
    }

    /// Where an answer in the thread with this root is gone on with.
    ///
    /// @param readers for whom it was begun; empty in the open
    public static InThread goingOn(MessageId root, Optional<Set<FeedId>> readers) {
      return new InThread(root, true, readers.isEmpty(), Optional.of(new Begun(readers)));
    }

    /// An answer that was begun.
    ///
    /// @param readers who can read it besides us; empty in the open, where everybody can
    public record Begun(Optional<Set<FeedId>> readers) {
      public Begun {
        readers = readers.map(Set::copyOf);
      }
    }
  }

  /// Who reacted to a message, and how.
  record Reactions(MessageId message) implements Place {}

  /// What is known about a message, such as who has it.
  record Details(MessageId message) implements Place {}

  /// What the person wants to come back to.
  record Bookmarks() implements Place {}

  /// What the person has begun to write and not posted.
  record Drafts() implements Place {}

  /// A feed's page.
  record Profile(FeedId feed) implements Place {}

  /// The private conversations.
  record Private() implements Place {}

  /// Choosing with whom to begin one.
  record NewConversation() implements Place {}

  /// What is said among us and these others, and nobody else.
  record Conversation(Set<FeedId> others) implements Place {
    public Conversation {
      others = Set.copyOf(others);
    }

    public static Conversation with(Collection<FeedId> others) {
      return new Conversation(Set.copyOf(others));
    }
  }

  /// What others did that concerns us.
  record Activity() implements Place {}

  /// Which channels there are.
  record Channels() implements Place {}

  /// Whom one might follow, and which channels one might read.
  record Explore() implements Place {}

  /// What is said in a channel.
  ///
  /// @param name normalised, without `#`
  record Channel(String name) implements Place {}

  /// People nearby and connections.
  record Peers() implements Place {}

  /// A room where people meet.
  record Room(FeedId room) implements Place {}

  record Settings() implements Place {}

  /// The messages as they are stored, of one feed or of all.
  record RawLog(Optional<FeedId> feed) implements Place {
    public static final RawLog OF_ALL = new RawLog(Optional.empty());

    public static RawLog of(FeedId feed) {
      return new RawLog(Optional.of(feed));
    }
  }
}
