package org.tidings.ui.thread;

import static org.tidings.feed.index.ThreadSummary.MANY;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Absence;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.SideThread;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.compose.ComposeViewModel;
import org.tidings.ui.compose.Desk;
import org.tidings.ui.compose.Destination;
import org.tidings.ui.compose.ReplyBox;
import org.tidings.ui.control.Announcer;
import org.tidings.ui.control.Attention;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.FoldedLine;
import org.tidings.ui.control.Remark;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.Whereabouts;
import org.tidings.ui.control.Within;
import org.tidings.ui.delivery.DeliveryWatch;
import org.tidings.ui.delivery.HeldMark;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.post.AbsenceWords;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostCard;
import org.tidings.ui.post.PostKeys;
import org.tidings.ui.post.Unfolded.Part;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;
import org.tidings.ui.writing.TypedAhead;

/// A thread and the place to answer it. Confined to the JavaFX thread.
public final class ThreadScreen extends BorderPane {
  /// However long the reply, some of the thread stays in view.
  private static final double MOST_FOR_REPLY = 0.7;

  private final Desk desk;
  private final ThreadViewModel model;
  private final Place.InThread place;
  private final PostActions actions;
  private final DeliveryWatch deliveries;
  private final FeedId self;
  private final ScreenHeader header;
  private final RowList<ThreadRow> rows = new RowList<>(this::row);
  private final Whereabouts whereabouts = new Whereabouts(rows);
  private Optional<Destination> answered = Optional.empty();
  private Subscription answering = Subscription.EMPTY;
  private Optional<ComposeViewModel> reply = Optional.empty();
  private final TypedAhead ahead = new TypedAhead(this, this::isReplyToCome);
  private Optional<MessageId> sought;
  private boolean wasHere;

  private ThreadScreen(
      Workspace workspace, Desk desk, ThreadViewModel model, Place.InThread place) {
    this.desk = desk;
    this.model = model;
    this.place = place;
    sought = Optional.of(place.message());
    actions = new PostActions(workspace);
    deliveries = new DeliveryWatch(workspace);
    rows.setItems(model.rows());
    rows.setAccessibleText(Texts.of("thread.title"));
    rows.named(ThreadScreen::words);
    rows.keyed(ThreadRow::key);
    rows.onOpen(this::open);
    PostKeys.listen(rows);
    StackPane nothing = new StackPane();
    model.absenceProperty().subscribe(why -> nothing.getChildren().setAll(nothing(why, workspace)));
    rows.whenEmpty(nothing, model.loadedProperty());
    self = workspace.self();
    header = new ScreenHeader(workspace.navigator(), Texts.of("thread.title"));
    setTop(header);
    setCenter(rows);
    getStyleClass().add("screen");
    model.threadProperty().subscribe(thread -> thread.ifPresent(this::show));
    model.onArrived(this::goOn);
    model.onCame(this::say);
    model.absenceProperty().subscribe(why -> why.ifPresent(missing -> writeOn()));
    model.loadedProperty().subscribe(this::giveUpReply);
    sceneProperty().subscribe(scene -> move(scene != null));
    Attention.on(this).subscribe(model::look);
  }

  private List<EmptyState> nothing(Optional<Absence> absence, Workspace workspace) {
    return absence.stream().map(why -> nothing(why, workspace.navigator())).toList();
  }

  /// What is here and no thread leads to what it is; what is not, to those who may bring it.
  private EmptyState nothing(Absence why, Navigator navigator) {
    if (why.isHere()) {
      Runnable show = () -> actions.showDetails(place.message());
      Button details = Buttons.primary("post.details", show);
      return new EmptyState(Feather.FILE, "thread.none.title", AbsenceWords.of(why), details);
    }
    return why.by().isEmpty()
        ? EmptyState.missing(Feather.CLOUD_OFF, "thread.empty", navigator)
        : new EmptyState(
            Feather.CLOUD_OFF,
            "thread.empty.title",
            AbsenceWords.of(why),
            EmptyState.connections(navigator));
  }

  /// The screen of a thread; its reply is written on `desk`.
  public static Screen screen(Workspace workspace, Unseen unseen, Desk desk, Place.InThread place) {
    ThreadViewModel model = new ThreadViewModel(workspace, unseen, place);
    ThreadScreen screen = new ThreadScreen(workspace, desk, model, place);
    return new Screen(screen, screen::leave);
  }

  private void leave() {
    model.close();
    deliveries.close();
    answered.ifPresent(desk::putBack);
  }

  private void show(ThreadView thread) {
    if (answered.isEmpty() || hasTurnedPrivate(thread)) {
      answerAs(destination(thread));
    }
    deliveries.watch(
        thread.posts().stream()
            .filter(post -> post.by().id().equals(self))
            .map(PostView::id)
            .collect(Collectors.toSet()));
    sought.ifPresent(this::bringIntoView);
  }

  /// What was begun in a thread is here though the thread is not, or not any more.
  private void writeOn() {
    place
        .begun()
        .filter(begun -> answered.isEmpty())
        .map(begun -> new Destination(Optional.of(place.message()), begun.readers()))
        .ifPresent(this::answerAs);
  }

  /// What is being written goes along, and so does whoever writes it.
  private void answerAs(Destination destination) {
    boolean isWriting = getBottom() instanceof ReplyBox box && box.isFocusWithin();
    ComposeViewModel writing = desk.take(destination);
    reply.ifPresent(before -> desk.carry(before, destination));
    answered.ifPresent(desk::putBack);
    answered = Optional.of(destination);
    openReply(writing);
    if (isWriting && getBottom() instanceof ReplyBox box) {
      box.focusText();
    }
  }

  /// What began in private may be read only after others have answered it in the open.
  private boolean hasTurnedPrivate(ThreadView thread) {
    return answered.filter(Destination::isPrivate).isEmpty() && thread.isPrivate();
  }

  /// Whoever comes to a thread, or back to it, goes on with what is new; who comes to a reply finds
  /// that first.
  private void goOn() {
    boolean isReply =
        model.threadProperty().get().filter(it -> it.root().equals(place.message())).isEmpty();
    if (wasHere || !isReply) {
      model.firstNew().ifPresent(this::bringIntoView);
    }
    wasHere = true;
  }

  /// What comes stands anywhere in the thread, and mostly out of sight.
  private void say(List<PostView> came) {
    Announcer.say(
        this,
        came.size() == 1 ? Excerpt.spoken(came.getFirst()) : Texts.of("thread.came", came.size()));
  }

  /// A private thread is only ever answered in private, to those who could read what was said last;
  /// what was begun for others is gone on with for those.
  private Destination destination(ThreadView thread) {
    Optional<PostView> said =
        thread.posts().stream().filter(PostView::isPrivate).reduce((before, last) -> last);
    said.ifPresent(
        post -> {
          header.show(Texts.of("thread.private"));
          header.mark(Feather.LOCK);
          getStyleClass().add("private-screen");
        });
    Optional<Set<FeedId>> readers =
        place
            .begun()
            .map(Place.InThread.Begun::readers)
            .orElseGet(() -> said.map(post -> post.othersThan(self)));
    return new Destination(Optional.of(thread.root()), readers);
  }

  private void openReply(ComposeViewModel writing) {
    reply = Optional.of(writing);
    answering.unsubscribe();
    answering = model.threadProperty().subscribe(thread -> thread.ifPresent(writing::answer));
    ReplyBox box =
        new ReplyBox(writing, desk, actions, () -> whereabouts.unlessElsewhere(this::posted));
    box.maxHeightProperty().bind(heightProperty().multiply(MOST_FOR_REPLY));
    box.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveReply);
    setBottom(box);
    if (place.answering() && place.begun().isEmpty()) {
      answerWhatOneCameFor(writing);
    }
    beginReply();
    box.type(ahead);
  }

  /// Whoever comes back while a reply is written goes on with that.
  private void move(boolean here) {
    if (here) {
      model.arrive();
      rows.requestFocus();
      if (place.answering() && place.begun().isEmpty()) {
        reply.filter(ComposeViewModel::isBlank).ifPresent(this::answerWhatOneCameFor);
      }
      beginReply();
    } else {
      model.depart();
    }
  }

  private void answerWhatOneCameFor(ComposeViewModel writing) {
    model.threadProperty().get().stream()
        .flatMap(thread -> thread.posts().stream())
        .filter(post -> post.id().equals(place.message()))
        .findFirst()
        .ifPresent(writing::answer);
  }

  private void beginReply() {
    if (getScene() != null && place.answering() && getBottom() instanceof ReplyBox box) {
      box.focusText();
    }
  }

  /// Whoever came to answer may begin before the thread is here.
  private boolean isReplyToCome() {
    return place.answering() && reply.isEmpty() && !model.loadedProperty().get();
  }

  /// What is not here cannot be answered.
  private void giveUpReply() {
    if (reply.isEmpty()) {
      ahead.forget();
    }
  }

  /// What is written stays where it is.
  private void leaveReply(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      key.consume();
      rows.requestFocus();
    }
  }

  private void answer(PostView post) {
    reply.ifPresent(writing -> writing.answer(post));
    if (getBottom() instanceof ReplyBox box) {
      box.focusText();
    }
  }

  /// What is folded shows, a side thread opens, and a post is answered.
  private void open(ThreadRow row) {
    rows.chosenRow()
        .flatMap(drawn -> Within.first(drawn, Hyperlink.class))
        .ifPresentOrElse(
            Hyperlink::fire,
            () -> {
              if (row instanceof ThreadRow.OfPost(var post, var _, var _)) {
                answer(post);
              }
            });
  }

  private void posted(MessageId message) {
    sought = Optional.of(message);
    bringIntoView(message);
  }

  /// Now, or when it comes.
  private void bringIntoView(MessageId message) {
    IntStream.range(0, model.rows().size())
        .filter(i -> isPost(model.rows().get(i), message))
        .findFirst()
        .ifPresent(
            row -> {
              sought = Optional.empty();
              rows.scrollTo(row);
            });
  }

  private static boolean isPost(ThreadRow row, MessageId message) {
    return row instanceof ThreadRow.OfPost(var post, var _, var _) && post.id().equals(message);
  }

  /// For a screen reader.
  private static String words(ThreadRow row) {
    return switch (row) {
      case ThreadRow.OfPost(var post, var _, boolean isNew) ->
          (isNew ? Texts.of("activity.new") + ": " : "") + Excerpt.spoken(post);
      case ThreadRow.Muted(var posts) -> Texts.of("thread.muted", posts.size());
      case ThreadRow.Quiet quiet -> Texts.of("thread.quiet");
      case ThreadRow.OpeningMissing(Absence why) -> AbsenceWords.ofOpening(why);
      case ThreadRow.Side(var side) -> told("thread.side", side.posts());
      case ThreadRow.Older(int count, var _) -> told("thread.older", count);
      case ThreadRow.Hidden(int count) -> told("thread.hidden", count);
    };
  }

  /// Very many are not counted to their end.
  private static String told(String key, int count) {
    return count > MANY ? Texts.atLeast(key, MANY) : Texts.of(key, count);
  }

  private Region row(ThreadRow row) {
    return switch (row) {
      case ThreadRow.OfPost(var post, boolean opening, boolean isNew) -> card(post, opening, isNew);
      case ThreadRow.Muted(var posts) -> muted(posts);
      case ThreadRow.Quiet quiet ->
          new FoldedLine(
              Feather.BELL_OFF, Texts.of("thread.quiet"), "thread.unmute", model::unmute);
      case ThreadRow.OpeningMissing(Absence why) ->
          new Remark(Feather.CLOUD_OFF, AbsenceWords.ofOpening(why));
      case ThreadRow.Side(var side) -> link(side);
      case ThreadRow.Older(int count, boolean mayBeShown) -> older(count, mayBeShown);
      case ThreadRow.Hidden(int count) -> new Remark(Feather.EYE_OFF, told("thread.hidden", count));
    };
  }

  private Region muted(List<PostView> posts) {
    MessageId first = posts.getFirst().id();
    Folded folded =
        new Folded(
            Texts.of("thread.muted", posts.size()),
            () -> posts.stream().map(post -> card(post, false, false)).toList(),
            () -> actions.unfolded().add(first, Part.MUTED));
    if (actions.unfolded().contains(first, Part.MUTED)) {
      folded.show();
    }
    return folded;
  }

  private Region older(int count, boolean mayBeShown) {
    String words = told("thread.older", count);
    return mayBeShown
        ? new FoldedLine(Feather.SCISSORS, words, "thread.earlier", model::showEarlier)
        : new Remark(Feather.SCISSORS, words);
  }

  private Region link(SideThread side) {
    Hyperlink link = new Hyperlink(told("thread.side", side.posts()));
    link.setOnAction(event -> actions.openThread(side.first()));
    link.getStyleClass().add("thread-earlier");
    return link;
  }

  private Region card(PostView post, boolean opening, boolean isNew) {
    PostCard card = new PostCard(post, true, actions, () -> answer(post));
    if (post.by().id().equals(self)) {
      card.remark(new HeldMark(post.id(), deliveries, () -> actions.showDetails(post.id())));
    }
    if (isNew) {
      Label mark = new Label(Texts.of("activity.new"));
      mark.getStyleClass().add("thread-new");
      card.remark(mark);
    }
    card.getStyleClass().add(opening ? "thread-opening" : "thread-reply");
    return card;
  }
}
