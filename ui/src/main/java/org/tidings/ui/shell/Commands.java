package org.tidings.ui.shell;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.search.Command;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.Workspace;

/// What the palette offers to do: go to each place, call everybody, bring messages out and in by a
/// file, and change how the window looks. Confined to the JavaFX thread.
final class Commands {
  private final Workspace workspace;
  private final List<Command> commands = new ArrayList<>();

  private Commands(Workspace workspace) {
    this.workspace = workspace;
    place("newPost", Feather.EDIT_2, new Place.Compose());
    place("home", Feather.HOME, new Place.Home());
    place("newPrivate", Feather.LOCK, new Place.NewConversation());
    place("private", Feather.LOCK, new Place.Private());
    place("activity", Feather.BELL, new Place.Activity());
    place("channels", Feather.HASH, new Place.Channels());
    place("explore", Feather.COMPASS, new Place.Explore());
    place("peers", Feather.RADIO, new Place.Peers());
    command("peers.callAll", Feather.REFRESH_CW, this::callEverybody);
    place("bookmarks", Feather.BOOKMARK, new Place.Bookmarks());
    command("drafts.title", Feather.EDIT_3, () -> workspace.navigator().go(new Place.Drafts()));
    place("profile", Feather.USER, new Place.Profile(workspace.self()));
    place("settings", Feather.SETTINGS, new Place.Settings());
    command("rawlog.title", Feather.CODE, () -> workspace.navigator().go(Place.RawLog.OF_ALL));
    command("transfer.save", Feather.DOWNLOAD, workspace.transfers()::save);
    command("transfer.takeIn", Feather.UPLOAD, workspace.transfers()::takeIn);
    Preferences preferences = workspace.environment().preferences();
    keyed("larger", Feather.ZOOM_IN, () -> preferences.enlargeText(1));
    keyed("smaller", Feather.ZOOM_OUT, () -> preferences.enlargeText(-1));
    keyed("usual", Feather.TYPE, preferences::usualText);
    theme(ThemeChoice.LIGHT, Feather.SUN);
    theme(ThemeChoice.DARK, Feather.MOON);
    theme(ThemeChoice.SYSTEM, Feather.MONITOR);
  }

  static List<Command> of(Workspace workspace) {
    return List.copyOf(new Commands(workspace).commands);
  }

  /// Where one sees how that goes.
  private void callEverybody() {
    workspace.navigator().go(new Place.Peers());
    workspace
        .background()
        .run(workspace.replication()::callEverybody, () -> {}, workspace.notices()::tell);
  }

  private void place(String key, Feather icon, Place place) {
    keyed(key, icon, () -> workspace.navigator().go(place));
  }

  private void command(String key, Feather icon, Runnable run) {
    commands.add(new Command(Texts.of(key), "", icon, run));
  }

  /// What has keys of its own, named as the settings name it.
  private void keyed(String key, Feather icon, Runnable run) {
    String name = Texts.of("keys." + key + ".what");
    commands.add(new Command(name, Texts.of("keys." + key), icon, run));
  }

  private void theme(ThemeChoice choice, Feather icon) {
    Preferences preferences = workspace.environment().preferences();
    String name = Texts.of("command.theme." + choice.name());
    commands.add(
        new Command(
            name, "", icon, () -> preferences.changeAppearance(now -> now.withTheme(choice))));
  }
}
