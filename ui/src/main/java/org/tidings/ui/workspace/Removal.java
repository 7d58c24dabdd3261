package org.tidings.ui.workspace;

import org.tidings.feed.Feeds;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Question;
import org.tidings.ui.common.Texts;

/// Removes from this device what somebody else wrote, if the person still wants to after having
/// read what that does. Nobody else learns of it, so nothing holds it. Confined to the screen
/// thread.
public final class Removal {
  private final Workspace workspace;
  private final Runnable begun;

  /// @param begun run once it is being removed, which goes on behind
  public Removal(Workspace workspace, Runnable begun) {
    this.workspace = workspace;
    this.begun = begun;
  }

  /// What there is to remove.
  ///
  /// @param wanted whether it would be fetched again by itself
  private record Stored(String name, long messages, boolean wanted) {}

  /// Asks about a feed that is not our own.
  public void ask(FeedId feed) {
    workspace
        .background()
        .ask(() -> stored(feed), stored -> ask(feed, stored), workspace.notices()::tell);
  }

  private Stored stored(FeedId feed) {
    Feeds feeds = workspace.feeds();
    return new Stored(
        feeds.profiles().byline(feed).name(),
        feeds.storage().of(feed).messages(),
        feeds.graph().hops(feed).isWithin(feeds.graph().maxHops()));
  }

  private void ask(FeedId feed, Stored stored) {
    if (stored.messages == 0) {
      workspace.notices().say(Texts.of("removal.nothing", stored.name));
      return;
    }
    String what =
        Texts.of("removal.text", stored.name, Texts.of("storage.messages", stored.messages));
    String again = Texts.of(stored.wanted ? "removal.wanted" : "removal.again", stored.name);
    workspace
        .notices()
        .ask(
            new Question(
                Texts.of("removal.title", stored.name),
                what + "\n\n" + again,
                Texts.of("removal.action"),
                true,
                () -> remove(feed)));
  }

  private void remove(FeedId feed) {
    workspace
        .background()
        .run(
            () -> workspace.feeds().storage().drop(feed),
            () -> {
              workspace.notices().say(Texts.of("removal.begun"));
              begun.run();
            },
            workspace.notices()::tell);
  }
}
