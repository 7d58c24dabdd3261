package org.tidings.ui.conversation;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.compose.ComposeViewModel;
import org.tidings.ui.compose.Desk;
import org.tidings.ui.compose.Destination;
import org.tidings.ui.compose.ReplyBox;
import org.tidings.ui.control.Announcer;
import org.tidings.ui.control.Attention;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.Whereabouts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostCard;
import org.tidings.ui.post.PostKeys;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// A private conversation and the place to go on with it. Confined to the JavaFX thread.
public final class ConversationScreen extends BorderPane {
  /// However long the message, some of the conversation stays in view.
  private static final double MOST_FOR_REPLY = 0.7;

  private final ConversationViewModel model;
  private final PostActions actions;
  private final ReplyBox box;
  private final RowList<PostView> rows = new RowList<>(this::row);
  private final Whereabouts whereabouts = new Whereabouts(rows);
  private final FeedId self;

  /// How many messages came below what is being read.
  private final IntegerProperty newer = new SimpleIntegerProperty();

  private ConversationScreen(
      Workspace workspace, ConversationViewModel model, Desk desk, ComposeViewModel writing) {
    this.model = model;
    self = workspace.self();
    actions = new PostActions(workspace);
    box = new ReplyBox(writing, desk, actions, this::sending);
    box.maxHeightProperty().bind(heightProperty().multiply(MOST_FOR_REPLY));
    rows.setItems(model.posts());
    rows.setAccessibleText(Texts.of("private.title"));
    rows.named(Excerpt::spoken);
    rows.keyed(PostView::id);
    rows.onNearEnd(this::reach);
    PostKeys.listen(rows);
    StackPane nothing = new StackPane();
    model.damagedProperty().subscribe(now -> nothing.getChildren().setAll(nothing(now)));
    rows.whenEmpty(nothing, model.loadedProperty());
    ScreenHeader header = new ScreenHeader(workspace.navigator(), Texts.of("private.title"));
    header.mark(Feather.LOCK);
    writing.readersProperty().subscribe(readers -> header.show(Names.of(readers)));
    setTop(header);
    setCenter(middle());
    setBottom(box);
    getStyleClass().addAll("screen", "private-screen");
    model
        .endsProperty()
        .subscribe(ends -> ends.ifPresent(end -> writing.goOn(end.root(), end.heads())));
    model.posts().addListener(this::follow);
    showNewest();
    sceneProperty().subscribe(scene -> moved(scene != null));
    Attention.on(this).subscribe(model::look);
  }

  /// The screen of the conversation with exactly these others; its text is written on `desk`.
  public static Screen screen(
      Workspace workspace, Unseen unseen, Desk desk, Place.Conversation place) {
    Destination destination = Destination.among(place.others());
    ConversationViewModel model = new ConversationViewModel(workspace, unseen, place.others());
    ConversationScreen screen =
        new ConversationScreen(workspace, model, desk, desk.take(destination));
    return new Screen(
        screen,
        () -> {
          model.close();
          desk.putBack(destination);
        });
  }

  private static EmptyState nothing(boolean isDamaged) {
    return new EmptyState(Feather.LOCK, isDamaged ? "private.damaged" : "private.nothing");
  }

  private BorderPane middle() {
    Hyperlink earlier = new Hyperlink(Texts.of("private.earlier"));
    earlier.setOnAction(event -> model.showEarlier());
    StackPane above = new StackPane(earlier);
    above.getStyleClass().add("private-earlier");
    above.visibleProperty().bind(model.earlierProperty());
    above.managedProperty().bind(above.visibleProperty());
    BorderPane middle = new BorderPane();
    middle.setTop(above);
    middle.setCenter(new StackPane(rows, newer()));
    return middle;
  }

  /// The pill that leads to what is new.
  private Button newer() {
    Button pill = new Button();
    pill.setOnAction(event -> showNewest());
    pill.textProperty()
        .bind(Bindings.createStringBinding(() -> Texts.of("private.newer", newer.get()), newer));
    pill.visibleProperty().bind(newer.greaterThan(0));
    pill.getStyleClass().addAll("accent", "newer-pill", "newer-below");
    StackPane.setAlignment(pill, Pos.BOTTOM_CENTER);
    Announcer.whenShown(pill, pill::getText);
    return pill;
  }

  private Region row(PostView post) {
    PostCard card = new PostCard(post, true, actions, box::focusText);
    card.getStyleClass().add("thread-reply");
    return card;
  }

  /// A new message at the end comes into view, unless the person reads further up; earlier ones
  /// come above what they read.
  private void follow(ListChangeListener.Change<? extends PostView> change) {
    while (change.next()) {
      boolean grewAbove =
          change.wasAdded()
              && !change.wasReplaced()
              && change.getFrom() == 0
              && change.getTo() < model.posts().size();
      if (grewAbove && rows.isAtBeginning()) {
        rows.stayBelow(change.getAddedSize());
      }
      boolean grewAtTheEnd =
          change.wasAdded() && !change.wasReplaced() && change.getTo() == model.posts().size();
      if (grewAtTheEnd) {
        boolean isRead =
            !rows.isAtEnd() && change.getFrom() > 0 && !rows.endsInView(change.getFrom() - 1);
        boolean isOurs =
            change.getAddedSubList().stream().anyMatch(post -> post.by().id().equals(self));
        if (!isRead) {
          showNewest();
        }
        if (!isOurs && isRead) {
          newer.set(newer.get() + change.getAddedSize());
        } else if (!isOurs) {
          Announcer.say(this, Excerpt.spoken(change.getAddedSubList().getLast()));
        }
      }
    }
  }

  /// What is sent comes below the newest, and is led to once it is posted; who has gone elsewhere
  /// until then stays there.
  private Consumer<MessageId> sending() {
    showNewest();
    return whereabouts.unlessElsewhere(posted -> showNewest());
  }

  private void showNewest() {
    newer.set(0);
    rows.toEnd();
  }

  /// What was below comes into view.
  private void reach() {
    if (rows.isInView(model.posts().size() - 1)) {
      newer.set(0);
    }
  }

  private void moved(boolean here) {
    if (here) {
      model.arrive();
      box.focusText();
    } else {
      model.depart();
    }
  }
}
