package org.tidings.ui.profile;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.ProfileView;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.GalleryRow;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostKeys;
import org.tidings.ui.post.PostRow;
import org.tidings.ui.profile.ProfileRow.PostPicture;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// A feed's page. Confined to the JavaFX thread.
public final class ProfileScreen extends BorderPane {
  private final Workspace workspace;
  private final ProfileViewModel model;
  private final ContactViewModel contact;
  private final EditViewModel edit;
  private final PetnameViewModel petname;
  private final PostActions actions;

  private ProfileScreen(Workspace workspace, FeedId feed) {
    this.workspace = workspace;
    model = new ProfileViewModel(workspace, feed);
    contact = new ContactViewModel(workspace, feed);
    edit = new EditViewModel(workspace);
    petname = new PetnameViewModel(workspace, feed);
    if (model.isOwn()) {
      model
          .profileProperty()
          .subscribe(found -> found.map(ProfileView::self).ifPresent(edit::resume));
    }
    actions = new PostActions(workspace);
    RowList<ProfileRow> rows = new RowList<>(this::row);
    rows.setItems(model.rows());
    rows.setAccessibleText(Texts.of("profile.title"));
    rows.named(ProfileScreen::words);
    rows.keyed(ProfileRow::key);
    PostKeys.listen(rows);
    rows.onNearEnd(model::more);
    rows.onOpen(this::open);
    rows.leading(ProfileScreen::leads);
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("profile.title")));
    setCenter(rows);
    getStyleClass().add("screen");
    sceneProperty().subscribe(scene -> rows.requestFocus());
  }

  /// The screen of a feed's profile.
  public static Screen screen(Workspace workspace, FeedId feed) {
    ProfileScreen screen = new ProfileScreen(workspace, feed);
    return new Screen(screen, screen::leave);
  }

  private void leave() {
    model.close();
    contact.close();
    edit.close();
    petname.close();
  }

  private static boolean leads(ProfileRow row) {
    return switch (row) {
      case ProfileRow.OfPost post -> true;
      case ProfileRow.OfPerson person -> true;
      case ProfileRow.OfPictures pictures -> false;
      case ProfileRow.Head head -> false;
      case ProfileRow.Nothing nothing -> false;
    };
  }

  /// For a screen reader.
  private static String words(ProfileRow row) {
    return switch (row) {
      case ProfileRow.OfPost(var post) -> Excerpt.spoken(post);
      case ProfileRow.OfPerson(var by, var _) -> by.name();
      case ProfileRow.OfPictures pictures -> Texts.of("profile.pictures");
      case ProfileRow.Head head -> Texts.of("profile.title");
      case ProfileRow.Nothing(var why) -> Texts.of(key(why) + ".title");
    };
  }

  private void open(ProfileRow row) {
    switch (row) {
      case ProfileRow.OfPost(var post) -> actions.openThread(post.id());
      case ProfileRow.OfPerson(var by, var _) -> actions.openProfile(by.id());
      case ProfileRow.OfPictures(var pictures) -> look(pictures.getFirst());
      case ProfileRow.Head head -> {}
      case ProfileRow.Nothing nothing -> {}
    }
  }

  private Region row(ProfileRow row) {
    return switch (row) {
      case ProfileRow.Head head -> new ProfileHead(model, contact, edit, petname, actions);
      case ProfileRow.OfPost(var post) -> new PostRow(post, actions);
      case ProfileRow.OfPictures(var pictures) ->
          new GalleryRow(
              actions.album(),
              pictures.stream().map(PostPicture::picture).toList(),
              number -> look(pictures.get(number)));
      case ProfileRow.OfPerson person ->
          new PersonRow<>(
              person, ProfileRow.OfPerson::by, who -> Standing.of(who.relationship()), workspace);
      case ProfileRow.Nothing(var why) -> nothing(why);
    };
  }

  /// Looks at a picture, with all that are shown before and after it.
  private void look(PostPicture picture) {
    List<PostPicture> all = model.pictures();
    actions
        .album()
        .lightbox()
        .open(all.stream().map(PostPicture::picture).toList(), Math.max(0, all.indexOf(picture)));
  }

  private Region nothing(ProfileRow.Why why) {
    String key = key(why);
    EmptyState state =
        switch (why) {
          case NO_OWN_POSTS -> new EmptyState(Feather.EDIT_2, key, write());
          case BLOCKED -> new EmptyState(Feather.SLASH, key);
          case UNKNOWN, AWAITED -> new EmptyState(Feather.CLOUD_OFF, key);
          case NO_PICTURES -> new EmptyState(Feather.IMAGE, key);
          case NO_POSTS -> new EmptyState(Feather.FEATHER, key);
          case FOLLOWS_NOBODY, NO_FOLLOWERS, WE_FOLLOW_NOBODY, NO_FOLLOWERS_OF_OURS ->
              new EmptyState(Feather.USERS, key);
        };
    StackPane centred = new StackPane(state);
    centred.getStyleClass().add("profile-nothing");
    return centred;
  }

  private static String key(ProfileRow.Why why) {
    return "profile.nothing." + why.name().toLowerCase(Locale.ROOT);
  }

  private Button write() {
    return Buttons.primary("rail.newPost", () -> workspace.navigator().go(new Place.Compose()));
  }
}
