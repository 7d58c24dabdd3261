package org.tidings.ui.search;

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

  Section section();

  /// What an id or a link leads to.
  record Message(MessageId id) implements Finding {
    @Override
    public Section section() {
      return Section.LINK;
    }
  }

  /// Where somebody is: to be called under Connections.
  record Address() implements Finding {
    @Override
    public Section section() {
      return Section.LINK;
    }
  }

  /// What was pasted cannot be opened; `key` of the bundle says why.
  record Unopenable(String key) implements Finding {
    @Override
    public Section section() {
      return Section.LINK;
    }
  }

  record Doing(Command command) implements Finding {
    @Override
    public Section section() {
      return Section.COMMANDS;
    }
  }

  /// Somebody, and how we stand to them.
  record Person(Byline by, Relationship how) implements Finding {
    @Override
    public Section section() {
      return Section.PEOPLE;
    }
  }

  record Channel(ChannelView view) implements Finding {
    @Override
    public Section section() {
      return Section.CHANNELS;
    }
  }

  record OfPost(SearchHit hit) implements Finding {
    @Override
    public Section section() {
      return Section.POSTS;
    }
  }
}
