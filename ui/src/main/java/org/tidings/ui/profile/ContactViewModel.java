package org.tidings.ui.profile;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.local.Mutes;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Question;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.GateWatch;
import org.tidings.ui.workspace.Publication;
import org.tidings.ui.workspace.Removal;
import org.tidings.ui.workspace.Workspace;

/// Following and blocking somebody: one thing at a time, each done when it is on disk. Confined to
/// the screen thread.
public final class ContactViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final FeedId feed;
  private final GateWatch gate;
  private final Publication publication;
  private final ObservableBooleanValue canChange;
  private final ReadOnlyObjectWrapper<Optional<Boolean>> muted =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Requery<Boolean> mutes;
  private final Subscription events;
  private final Removal removal;

  public ContactViewModel(Workspace workspace, FeedId feed) {
    this.workspace = workspace;
    this.feed = feed;
    gate = new GateWatch(workspace);
    publication = new Publication(workspace);
    canChange = gate.allows(publication.busyProperty());
    mutes =
        workspace.requery(
            () -> () -> workspace.feeds().mutes().isMuted(feed),
            now -> muted.set(Optional.of(now)));
    events = workspace.follow(FeedEvent.GraphChanged.class::isInstance, mutes::request);
    removal = new Removal(workspace, () -> {});
    mutes.request();
  }

  /// Whether anything can be changed now: nothing is under way, and publishing works.
  public ObservableBooleanValue canChangeProperty() {
    return canChange;
  }

  /// Why publishing is held; empty while it works.
  public ReadOnlyObjectProperty<Optional<String>> heldProperty() {
    return gate.heldProperty();
  }

  /// Whether we muted them, which only we know; empty for a moment.
  public ReadOnlyObjectProperty<Optional<Boolean>> mutedProperty() {
    return muted.getReadOnlyProperty();
  }

  /// Lets us come across them no more, or again. Nobody learns of it, so nothing holds it.
  public void mute(boolean next) {
    workspace
        .background()
        .inTurn(
            () -> {
              Mutes all = workspace.feeds().mutes();
              if (next) {
                all.mute(feed);
              } else {
                all.unmute(feed);
              }
            },
            () -> {},
            workspace.notices()::tell);
  }

  public void follow() {
    say(saying -> saying.openly(Edge.FOLLOW));
  }

  public void unfollow() {
    say(saying -> saying.openly(Edge.NEUTRAL));
  }

  /// Blocks, if the person still wants to after having read what that does.
  ///
  /// @param name what the feed is called
  public void block(String name) {
    Runnable block = () -> say(saying -> saying.openly(Edge.BLOCK));
    workspace.notices().ask(Question.of("profile.block", true, block, name));
  }

  /// The same, so that nobody else learns of it.
  ///
  /// @param name what the feed is called
  public void blockSecretly(String name) {
    Runnable block = () -> say(saying -> saying.secretly(Edge.BLOCK));
    workspace.notices().ask(Question.of("profile.blockSecretly", true, block, name));
  }

  public void unblock() {
    say(Saying::unblock);
  }

  /// Removes from this device what they wrote, once the person has said so.
  public void remove() {
    removal.ask(feed);
  }

  /// Something to be said.
  private interface Words {
    void by(Saying saying) throws PublishRefused;
  }

  private void say(Words words) {
    if (canChange.get()) {
      Saying saying = new Saying(workspace.feeds(), feed);
      publication.run(() -> words.by(saying), () -> {});
    }
  }

  @Override
  public void close() {
    events.close();
    mutes.close();
    gate.close();
  }
}
