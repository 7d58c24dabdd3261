package org.tidings.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import org.tidings.ui.activity.ActivityScreen;
import org.tidings.ui.bookmark.BookmarksScreen;
import org.tidings.ui.channel.ChannelScreen;
import org.tidings.ui.channel.ChannelsScreen;
import org.tidings.ui.compose.ComposeScreen;
import org.tidings.ui.compose.Desk;
import org.tidings.ui.conversation.ConversationScreen;
import org.tidings.ui.conversation.ConversationsScreen;
import org.tidings.ui.conversation.NewConversationScreen;
import org.tidings.ui.delivery.DetailsScreen;
import org.tidings.ui.draft.DraftsScreen;
import org.tidings.ui.explore.ExploreScreen;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.peers.PeersView;
import org.tidings.ui.peers.RoomScreen;
import org.tidings.ui.profile.ProfileScreen;
import org.tidings.ui.rawlog.RawLogScreen;
import org.tidings.ui.settings.SettingsView;
import org.tidings.ui.sync.SyncViewModel;
import org.tidings.ui.thread.ReactionsScreen;
import org.tidings.ui.thread.ThreadScreen;
import org.tidings.ui.timeline.HomeView;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// The screens of the places a person is at or may come back to; home is never given up. Confined
/// to the JavaFX thread.
final class Screens {
  private static final int MOST_KEPT = 8;
  private static final Place HOME = new Place.Home();

  private final Workspace workspace;
  private final Unseen unseen;
  private final Desk desk;
  private final SyncViewModel sync;
  private final Map<Place, Screen> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

  Screens(Workspace workspace, Unseen unseen, Desk desk, SyncViewModel sync) {
    this.workspace = workspace;
    this.unseen = unseen;
    this.desk = desk;
    this.sync = sync;
  }

  /// What to show at `place`: as the person left it where that is possible.
  Parent at(Place place) {
    Screen screen = kept.get(place);
    if (screen == null) {
      screen = make(place);
      kept.put(place, screen);
    }
    tidy(place);
    return screen.content();
  }

  private void tidy(Place here) {
    kept.keySet().stream()
        .filter(place -> !place.equals(here) && !place.equals(HOME))
        .filter(place -> !workspace.navigator().remembers(place))
        .toList()
        .forEach(this::leave);
    while (kept.size() > MOST_KEPT) {
      oldest(here).ifPresent(this::leave);
    }
  }

  private Optional<Place> oldest(Place here) {
    return kept.keySet().stream()
        .filter(place -> !place.equals(here) && !place.equals(HOME))
        .findFirst();
  }

  private void leave(Place place) {
    Screen left = kept.remove(place);
    if (left != null) {
      left.leave().run();
    }
  }

  void close() {
    kept.values().forEach(screen -> screen.leave().run());
    kept.clear();
  }

  private Screen make(Place place) {
    return switch (place) {
      case Place.Home home -> HomeView.screen(workspace, desk);
      case Place.Compose compose -> ComposeScreen.screen(workspace, desk);
      case Place.InThread thread -> ThreadScreen.screen(workspace, unseen, desk, thread);
      case Place.Profile(var feed) -> ProfileScreen.screen(workspace, feed);
      case Place.Private all -> ConversationsScreen.screen(workspace, unseen);
      case Place.NewConversation begun -> NewConversationScreen.screen(workspace);
      case Place.Conversation talk -> ConversationScreen.screen(workspace, unseen, desk, talk);
      case Place.Activity activity -> ActivityScreen.screen(workspace, unseen);
      case Place.Bookmarks bookmarks -> BookmarksScreen.screen(workspace);
      case Place.Drafts drafts -> DraftsScreen.screen(workspace);
      case Place.Reactions(var message) -> ReactionsScreen.screen(workspace, message);
      case Place.Details(var message) -> DetailsScreen.screen(workspace, message);
      case Place.Channels channels -> ChannelsScreen.screen(workspace);
      case Place.Explore explore -> ExploreScreen.screen(workspace);
      case Place.Channel(var name) -> ChannelScreen.screen(workspace, name);
      case Place.Peers peers -> PeersView.screen(workspace, unseen, sync);
      case Place.Room(var room) -> RoomScreen.screen(workspace, room);
      case Place.Settings settings -> SettingsView.screen(workspace);
      case Place.RawLog(var feed) -> RawLogScreen.screen(workspace, feed);
    };
  }
}
