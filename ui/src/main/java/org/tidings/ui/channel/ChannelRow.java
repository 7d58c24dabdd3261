package org.tidings.ui.channel;

import org.tidings.feed.channel.ChannelView;

/// One row in the list of channels.
public sealed interface ChannelRow {
  /// Names what follows.
  record Title(Section section) implements ChannelRow {}

  /// A channel, and how many posts named it lately.
  record Of(ChannelView view, int posts) implements ChannelRow {}

  /// What stays the same about it while the rest changes.
  default Object key() {
    return switch (this) {
      case Title title -> title;
      case Of(ChannelView view, var _) -> view.name();
    };
  }

  /// Why a channel is listed.
  enum Section {
    /// We subscribe to it.
    OURS,
    /// Much was said in it lately.
    ACTIVE
  }
}
