package org.tidings.ui.search;

import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.feed.search.SearchHit;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.replication.InviteKind;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.MarkedRow;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.RelativeTime;
import org.tidings.ui.control.Words;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.profile.Standing;
import org.tidings.ui.text.FlowText;

/// Something that was found, on a line or a few. Confined to the JavaFX thread.
final class FindingRow extends MarkedRow {
  private static final double AVATAR = 28;

  private final Pictures pictures;

  FindingRow(Finding finding, Instant now, Pictures pictures) {
    this.pictures = pictures;
    switch (finding) {
      case Finding.Doing(var command) ->
          line(new Icon(command.icon()), command.name(), command.keys());
      case Finding.Person person -> line(avatar(person.by()), person.by().name(), aside(person));
      case Finding.Channel(var view) ->
          line(
              new Icon(Feather.HASH),
              "#" + view.name(),
              Texts.of("channel.subscribers", view.subscribers()));
      case Finding.OfPost(var hit) -> post(hit, now);
      case Finding.Message message ->
          line(new Icon(Feather.MESSAGE_CIRCLE), Texts.of("search.link.message"), "");
      case Finding.Picture picture -> explained(Feather.IMAGE, "search.link.blob");
      case Finding.Address(var text) -> explained(Feather.RADIO, "search.link." + purpose(text));
      case Finding.Unopenable(var key) -> explained(Feather.HELP_CIRCLE, key);
    }
    getStyleClass().add("finding");
  }

  private static String purpose(String address) {
    boolean isSignIn = InviteKind.of(address).filter(InviteKind.SIGN_IN::equals).isPresent();
    return isSignIn ? "signIn" : "connect";
  }

  private void line(Node picture, String name, String aside) {
    NameLabel label = new NameLabel(name, "finding-name");
    label.setMinWidth(0);
    HBox.setHgrow(label, Priority.ALWAYS);
    getChildren().setAll(inRoom(picture), label, quiet(aside));
    setFillHeight(false);
    setAccessibleText(aside.isEmpty() ? name : name + ", " + aside);
  }

  /// Those of the same name are told apart by their ids.
  private static String aside(Finding.Person person) {
    String how = Standing.of(person.how());
    String id = person.by().id().toString().substring(0, FeedNumbers.SHORT_ID);
    return person.hasNamesake() ? how + "  ·  " + id : how;
  }

  private void explained(Feather icon, String key) {
    FlowText words = Words.of(Texts.of(key));
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(inRoom(new Icon(icon)), words);
    setAccessibleText(Texts.of(key));
  }

  private void post(SearchHit hit, Instant now) {
    Byline by = hit.post().by();
    Instant written = Instant.ofEpochMilli(hit.post().times().shownMs());
    NameLabel author = new NameLabel(by.name(), "finding-name");
    author.setMinWidth(0);
    HBox.setHgrow(author, Priority.ALWAYS);
    HBox head = new HBox(author, quiet(RelativeTime.brief(written, now, ZoneId.systemDefault())));
    head.setFillHeight(false);
    head.getStyleClass().add("finding-head");
    if (hit.post().isPrivate()) {
      head.getChildren().addFirst(new Icon(Feather.LOCK));
    }
    FlowText said =
        Excerpt.instead(hit.post()).isPresent()
            ? Excerpt.of(hit.post())
            : SnippetText.of(hit.snippet());
    VBox words = new VBox(head, said);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(inRoom(avatar(by)), words);
    getStyleClass().add("finding-post");
    setAccessibleText(by.name() + ": " + said.getText());
  }

  private AvatarView avatar(Byline by) {
    return new AvatarView(AVATAR, by, pictures);
  }

  private static StackPane inRoom(Node picture) {
    StackPane room = new StackPane(picture);
    room.getStyleClass().add("finding-picture");
    return room;
  }

  private static FlowText quiet(String words) {
    FlowText aside = Words.of(words, "finding-aside");
    aside.setMinWidth(Region.USE_PREF_SIZE);
    return aside;
  }
}
