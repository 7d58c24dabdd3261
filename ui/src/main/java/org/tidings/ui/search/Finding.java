package org.tidings.ui.search;

import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.channel.ChannelView;
import org.tidings.feed.graph.Relationship;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.search.SearchHit;

/// Something that was found, or can be done, for what was typed.
public sealed interface Finding {

  /// Under which title it stands.
  enum Section {
    LINK,
    COMMANDS,
    PEOPLE,
    CHANNELS,
    POSTS
  }

  default Section section() {
    return switch (this) {
      case Message message -> Section.LINK;
      case Picture picture -> Section.LINK;
      case Address address -> Section.LINK;
      case Unopenable unopenable -> Section.LINK;
      case Doing doing -> Section.COMMANDS;
      case Person person -> Section.PEOPLE;
      case Channel channel -> Section.CHANNELS;
      case OfPost post -> Section.POSTS;
    };
  }

  /// What an id or a link leads to.
  record Message(MessageId id) implements Finding {}

  /// A picture, or another file, to be looked at by itself.
  record Picture(BlobLink blob) implements Finding {}

  /// An invite, or where somebody is: to be used under Connections.
  ///
  /// @param text as it was pasted
  record Address(String text) implements Finding {}

  /// What was pasted cannot be opened; `key` of the bundle says why.
  record Unopenable(String key) implements Finding {}

  record Doing(Command command) implements Finding {}

  /// Somebody, and how we stand to them.
  ///
  /// @param hasNamesake whether another one found is called the same
  record Person(Byline by, Relationship how, boolean hasNamesake) implements Finding {}

  record Channel(ChannelView view) implements Finding {}

  record OfPost(SearchHit hit) implements Finding {}
}
