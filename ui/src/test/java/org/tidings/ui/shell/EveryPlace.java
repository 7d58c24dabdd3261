package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// A place of each kind there is; a kind of which none is named here is missed.
final class EveryPlace {
  private EveryPlace() {}

  /// Among friends.
  static List<Place> among(SomeCircle circle, TestWorkspace test) {
    return all(test.workspace().self(), circle.mara.id(), circle.harbour(), "sailing");
  }

  /// Where nothing is.
  static List<Place> alone(TestWorkspace test) {
    SomeFeed nobody = SomeFeed.of("nobody");
    return all(test.workspace().self(), nobody.id(), nobody.post("never heard").id(), "silence");
  }

  private static List<Place> all(FeedId self, FeedId other, MessageId message, String channel) {
    List<Place> all =
        List.of(
            new Place.Home(),
            new Place.Compose(),
            new Place.InThread(message),
            new Place.Reactions(message),
            new Place.Details(message),
            new Place.Bookmarks(),
            new Place.Drafts(),
            new Place.Profile(self),
            new Place.Profile(other),
            new Place.Private(),
            new Place.NewConversation(),
            new Place.Conversation(Set.of(other)),
            new Place.Activity(),
            new Place.Channels(),
            new Place.Channel(channel),
            new Place.Explore(),
            new Place.Peers(),
            new Place.Room(other),
            new Place.Settings(),
            Place.RawLog.OF_ALL);
    assertThat(all.stream().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(Set.of(Place.class.getPermittedSubclasses()));
    return all;
  }
}
