package org.tidings.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Focus;
import org.tidings.ui.control.Icon;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.peers.Lamp;
import org.tidings.ui.peers.LightViewModel;
import org.tidings.ui.sync.SyncViewModel;
import org.tidings.ui.sync.SyncWords;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// The places a person can always go to; where the window is low, those in the middle scroll, and
/// where it is narrow for the size of its text, icons alone stand for them. Confined to the JavaFX
/// thread.
final class Rail extends VBox {
  private static final Insets BELOW_NEW_POST = new Insets(0, 0, 12, 0);
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final Navigator navigator;
  private final Unseen unseen;
  private final LightViewModel light;
  private final List<RailEntry> entries = new ArrayList<>();
  private final Button newPost;

  /// Its entries lead away through `workspace`; `search` opens the field to find things.
  Rail(Workspace workspace, Unseen unseen, SyncViewModel sync, Runnable search) {
    this.navigator = workspace.navigator();
    this.unseen = unseen;
    this.light = new LightViewModel(workspace);
    this.newPost = newPost();
    VBox places =
        new VBox(
            listed(new RailEntry(Feather.SEARCH, "rail.search", search)),
            entry(Feather.HOME, "rail.home", new Place.Home()),
            counted(
                entry(Feather.LOCK, "rail.private", new Place.Private()),
                Unseen.Count::conversations),
            counted(
                entry(Feather.BELL, "rail.activity", new Place.Activity()), Unseen.Count::activity),
            entry(Feather.HASH, "rail.channels", new Place.Channels()),
            entry(Feather.COMPASS, "rail.explore", new Place.Explore()),
            peers(sync),
            entry(Feather.BOOKMARK, "rail.bookmarks", new Place.Bookmarks()),
            entry(Feather.USER, "rail.profile", new Place.Profile(workspace.self())));
    places.getStyleClass().add("rail-places");
    getChildren()
        .setAll(
            newPost,
            scrolled(places),
            entry(Feather.SETTINGS, "rail.settings", new Place.Settings()),
            leastRoom());
    getStyleClass().add("rail");
  }

  /// Nothing to be seen: from how wide a window on there is room for names is for the stylesheet to
  /// say, which knows how large text is. What it says comes while styles are applied: that is over
  /// before any changes.
  private Region leastRoom() {
    Region room = new Region();
    room.setManaged(false);
    room.setVisible(false);
    room.getStyleClass().add("rail-room");
    sceneProperty()
        .flatMap(Scene::widthProperty)
        .map(Number::doubleValue)
        .orElse(Double.MAX_VALUE)
        .flatMap(width -> room.minWidthProperty().map(least -> width < least.doubleValue()))
        .subscribe(narrow -> FxThread.soon(() -> narrow(narrow)));
    return room;
  }

  private void narrow(boolean narrow) {
    pseudoClassStateChanged(NARROW, narrow);
    entries.forEach(entry -> entry.narrow(narrow));
    newPost.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    newPost.setTooltip(narrow ? new Tooltip(newPost.getText()) : null);
  }

  private RailEntry listed(RailEntry entry) {
    entries.add(entry);
    return entry;
  }

  private ScrollPane scrolled(VBox places) {
    ScrollPane scroll = new ScrollPane(places);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("scroll-column");
    Focus.keepInView(scroll);
    navigator.placeProperty().subscribe(now -> FxThread.soon(() -> showWhere(scroll, places)));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private static void showWhere(ScrollPane scroll, VBox places) {
    places.getChildren().stream()
        .filter(entry -> entry instanceof RailEntry one && one.isHere())
        .forEach(here -> Focus.bringIntoView(scroll, here));
  }

  private Button newPost() {
    Button button = new Button(Texts.of("rail.newPost"), new Icon(Feather.EDIT_2));
    button.getStyleClass().addAll("accent", "new-post");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    button.setOnAction(event -> navigator.go(new Place.Compose()));
    VBox.setMargin(button, BELOW_NEW_POST);
    return button;
  }

  private RailEntry entry(Feather icon, String key, Place place) {
    return listed(RailEntry.to(place, icon, key, navigator));
  }

  /// With the number of what has not been seen there.
  private RailEntry counted(RailEntry entry, ToIntFunction<Unseen.Count> counting) {
    Badge badge = new Badge();
    unseen
        .countProperty()
        .map(counting::applyAsInt)
        .subscribe(
            waiting -> {
              badge.show(waiting);
              entry.say(Texts.of("rail.unseen", waiting));
            });
    return entry.with(badge);
  }

  /// With a light that tells how the connections are, and the number of those who wait for an
  /// answer; in words, how catching up goes, too.
  private RailEntry peers(SyncViewModel sync) {
    Lamp lamp = new Lamp();
    Badge badge = new Badge();
    HBox signs = new HBox(badge, lamp);
    signs.setMaxWidth(USE_PREF_SIZE);
    signs.getStyleClass().add("rail-signs");
    RailEntry entry = entry(Feather.RADIO, "rail.peers", new Place.Peers()).with(signs);
    light.lightProperty().subscribe(lamp::show);
    unseen.requestsProperty().subscribe(waiting -> badge.show(waiting.intValue()));
    Runnable say = () -> entry.say(state(sync));
    light.lightProperty().subscribe(say);
    unseen.requestsProperty().subscribe(say);
    sync.syncingProperty().subscribe(say);
    say.run();
    return entry;
  }

  private String state(SyncViewModel sync) {
    List<String> words = new ArrayList<>();
    int waiting = unseen.requestsProperty().get();
    if (waiting > 0) {
      words.add(Texts.of("activity.requests", waiting));
    }
    words.add(Texts.of("rail.light." + light.lightProperty().get().name()));
    sync.syncingProperty().get().map(SyncWords::brief).ifPresent(words::add);
    return String.join(", ", words);
  }

  void close() {
    light.close();
  }
}
