package org.tidings.ui.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.content.Vote;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.log.Publisher;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.SsbUri;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.common.WindowClock;
import org.tidings.ui.markdown.MarkdownLink;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.Album;
import org.tidings.ui.picture.Embedded;
import org.tidings.ui.workspace.Workspace;
import org.tidings.ui.writing.EmojiPicker;

/// What a person may do with a post. Confined to the JavaFX thread.
public final class PostActions {
  private final Workspace workspace;
  private final Unfolded unfolded = new Unfolded();

  public PostActions(Workspace workspace) {
    this.workspace = workspace;
  }

  /// One that remembers what is chosen.
  ///
  /// @param with key of what is done with the one that is chosen
  EmojiPicker emojiPicker(String with, Consumer<String> chosen) {
    return new EmojiPicker(with, workspace.environment().preferences(), chosen);
  }

  public void openThread(MessageId message) {
    workspace.navigator().go(new Place.InThread(message));
  }

  /// Goes to a thread of home, in which nothing is private.
  public void openThread(ThreadSummary thread) {
    workspace.navigator().go(Place.InThread.inTheOpen(thread.root()));
  }

  /// Goes to where a post can be answered.
  public void reply(MessageId message) {
    workspace.navigator().go(new Place.InThread(message, true));
  }

  public void openProfile(FeedId feed) {
    workspace.navigator().go(new Place.Profile(feed));
  }

  /// Goes to the messages of a feed as they are stored.
  public void openRawLog(FeedId feed) {
    workspace.navigator().go(Place.RawLog.of(feed));
  }

  /// Goes to the private conversation with somebody.
  public void openConversation(FeedId feed) {
    workspace.navigator().go(Place.Conversation.with(List.of(feed)));
  }

  public void openChannel(String name) {
    workspace.navigator().go(new Place.Channel(name));
  }

  /// Follows a link in a text. Web pages open outside, and only after the person has seen where
  /// the link leads.
  public void visit(MarkdownLink link) {
    switch (link) {
      case MarkdownLink.ToFeed(FeedId feed) -> openProfile(feed);
      case MarkdownLink.ToMessage(MessageId message) -> openThread(message);
      case MarkdownLink.ToWeb(String address) -> workspace.leaveFor(address);
      case MarkdownLink.ToBlob(var blob) ->
          album().lightbox().open(List.of(Embedded.of(blob, "")), 0);
      case MarkdownLink.ToChannel channel -> openChannel(channel.name());
    }
  }

  /// Likes a post, instead of any other way we reacted; `failed` is run where that did not work.
  public void like(PostView post, Runnable failed) {
    vote(post, Vote.like(post.id()), failed);
  }

  /// Reacts to a post with an emoji, instead of any other way we did; `failed` is run where that
  /// did not work.
  public void react(PostView post, String expression, Runnable failed) {
    vote(post, new Vote(post.id(), 1, Optional.of(expression)), failed);
  }

  /// Takes our reaction back, whichever it is.
  public void unreact(PostView post, Runnable failed) {
    vote(post, Vote.unlike(post.id()), failed);
  }

  /// Says that a reaction has taken the place of the one before.
  void sayReplaced(boolean wasLike) {
    String key = wasLike ? "post.instead.like" : "post.instead.reaction";
    workspace.notices().say(Texts.of(key));
  }

  private void vote(PostView post, Vote vote, Runnable failed) {
    workspace
        .background()
        .inTurn(() -> publish(post, vote), () -> {}, problem -> fail(problem, failed));
  }

  /// What concerns a private post is said to those who can read it, and to nobody else.
  private void publish(PostView post, Vote vote) throws PublishRefused {
    Publisher publisher = workspace.feeds().publisher();
    if (post.isPrivate()) {
      List<FeedId> readers = new ArrayList<>(post.othersThan(workspace.self()));
      readers.add(workspace.self());
      publisher.publishPrivate(Recipients.put(vote.toJson(), readers), readers);
    } else {
      publisher.publish(vote.toJson());
    }
  }

  private void fail(Problem problem, Runnable failed) {
    failed.run();
    workspace.notices().tell(problem);
  }

  /// Goes to who reacted to a message, and how.
  public void showReactions(MessageId message) {
    workspace.navigator().go(new Place.Reactions(message));
  }

  /// Goes to what is known about a message.
  public void showDetails(MessageId message) {
    workspace.navigator().go(new Place.Details(message));
  }

  /// Keeps a post to come back to.
  public void bookmark(PostView post) {
    Bookmark bookmark = new Bookmark(post.id(), clock().millis(), "");
    note(() -> workspace.feeds().bookmarks().add(bookmark), "post.bookmarked");
  }

  /// Does not keep it any more.
  public void removeBookmark(PostView post) {
    note(() -> workspace.feeds().bookmarks().remove(post.id()), "post.unbookmarked");
  }

  /// What the person has noted of a post for themselves.
  record Noted(boolean isBookmarked, boolean isMuted) {}

  /// Tells, soon, what is noted of a post.
  void askNoted(PostView post, Consumer<Noted> tell) {
    workspace
        .background()
        .ask(
            () ->
                new Noted(
                    workspace.feeds().bookmarks().contains(post.id()),
                    workspace.feeds().mutes().isMuted(post.thread())),
            tell,
            workspace.notices()::tell);
  }

  /// Has a thread tell again of what is new in it.
  public void unmuteThread(PostView post) {
    note(() -> workspace.feeds().mutes().unmute(post.thread()), "post.threadUnmuted");
  }

  /// Has a thread tell of nothing new any more; nobody else learns of it.
  public void muteThread(PostView post) {
    note(() -> workspace.feeds().mutes().mute(post.thread()), "post.threadMuted");
  }

  /// Notes something for the person alone, and says so.
  private void note(Background.Work noting, String key) {
    workspace
        .background()
        .inTurn(noting, () -> workspace.notices().say(Texts.of(key)), workspace.notices()::tell);
  }

  /// Puts an `ssb:` link to a post on the clipboard, which the programs of this network open.
  public void copyLink(PostView post) {
    copy(SsbUri.of(post.id()).toString());
  }

  /// Puts a post's id on the clipboard, as others can search for it.
  public void copyId(PostView post) {
    copy(post.id().toString());
  }

  /// Puts a post's text on the clipboard, as its author wrote it.
  public void copyText(PostView post) {
    copy(post.post().text());
  }

  /// Puts a feed's id on the clipboard, as others can follow it.
  public void copyId(FeedId feed) {
    copy(feed.toString());
  }

  /// Puts an `ssb:` link to a feed on the clipboard.
  public void copyLink(FeedId feed) {
    copy(SsbUri.of(feed).toString());
  }

  private void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    workspace.notices().say(Texts.of("notice.copied"));
  }

  /// What the person has unfolded of the posts that stand here.
  public Unfolded unfolded() {
    return unfolded;
  }

  /// Where the pictures of posts and people come from.
  public Album album() {
    return workspace.album();
  }

  /// By which it is said how long ago something was.
  public WindowClock clock() {
    return workspace.environment().clock();
  }
}
