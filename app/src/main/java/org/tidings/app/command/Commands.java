package org.tidings.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tidings.app.folder.Places;
import org.tidings.feed.content.Contact;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.ConnectionEndedException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a whole: finds the command, runs it, tells its exit code.
public final class Commands {
  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int WRONG_USAGE = 2;

  /// Something is damaged, or was before it was mended just now.
  static final int DAMAGED = 3;

  /// The command has done and said nothing yet, and may be run once more.
  private static final int AGAIN = -1;

  /// How often a command is run where each time whoever answered it ended.
  private static final int TIMES = 3;

  /// In the order of the help. Each is made only when it is the one: reading all their options
  /// would take longer than most of them run.
  private static final List<Named> ALL =
      List.of(
          new Named("headless", HeadlessCommand::new),
          new Named("whoami", WhoamiCommand::new),
          new Named("status", StatusCommand::new),
          new Named("resume", ResumeCommand::new),
          new Named("publish", PublishCommand::new),
          new Named("private", PrivateCommand::new),
          contact(
              "follow",
              Contact::follow,
              "Follows another feed, for all to see: its posts are fetched from now on.",
              ""),
          contact(
              "unfollow",
              Contact::unfollow,
              "Follows another feed no longer, or ends a block of it, for all to see.",
              ""),
          contact(
              "block",
              Contact::block,
              "Blocks another feed, for all to see: nothing is taken from it or given to it.",
              "What is stored of them stays, unseen, until: storage drop --blocked"),
          new Named("name", NameCommand::new),
          new Named("connect", ConnectCommand::new),
          new Named("room", RoomCommand::new),
          new Named("alias", AliasCommand::new),
          new Named("invite", InviteCommand::of),
          new Named("log", LogCommand::new),
          new Named("delivery", DeliveryCommand::new),
          new Named("thread", ThreadCommand::new),
          new Named("search", SearchCommand::of),
          new Named("import", ImportCommand::new),
          new Named("export", ExportCommand::new),
          new Named("verify", VerifyCommand::new),
          new Named("storage", StorageCommand::of),
          new Named("doctor", DoctorCommand::new));

  private record Named(String name, Function<Common, Object> make) {}

  private static Named contact(
      String name, Function<FeedId, Contact> stance, String help, String afterwards) {
    return new Named(name, common -> ContactCommand.of(common, stance, help, afterwards));
  }

  private final Window window;
  private final Terminal terminal;
  private final Places places;

  public Commands(Window window, Terminal terminal, Places places) {
    this.window = window;
    this.terminal = terminal;
    this.places = places;
  }

  /// Runs one command line and returns its exit code.
  public int run(String... words) {
    return words.length == 0 ? window() : command(words);
  }

  /// What a desktop starts: without a word there is nothing to read, and reading is slow.
  private int window() {
    try {
      return new Common(window, terminal, places).call();
    } catch (Exception problem) {
      return Problems.tell(problem, terminal);
    }
  }

  /// A command of another process that answers others meanwhile may be done before it has answered:
  /// the next time the folder may be free.
  private int command(String... words) {
    int code = AGAIN;
    for (int i = 0; i < TIMES && code == AGAIN; i++) {
      code = commandOnce(i < TIMES - 1, words);
    }
    return code;
  }

  /// What the words set is set anew each time: a switch said twice is off.
  private int commandOnce(boolean mayBeginAgain, String... words) {
    Common common = new Common(window, terminal, places);
    CommandLine line = new CommandLine(common);
    List<String> said = List.of(words);
    List<Named> named = ALL.stream().filter(command -> said.contains(command.name())).toList();
    for (Named command : named.isEmpty() ? ALL : named) {
      line.addSubcommand(command.name(), command.make().apply(common));
    }
    Optional<String> link = named.isEmpty() ? link(words) : Optional.empty();
    link.ifPresent(common::leadTo);
    Words.teach(line);
    line.setExpandAtFiles(false)
        .setOut(new PrintWriter(terminal.out(), true, UTF_8))
        .setParameterExceptionHandler((wrong, given) -> wrongUsage(wrong))
        .setExecutionExceptionHandler(
            (problem, command, parsed) ->
                switch (problem) {
                  case WrongUsage wrong ->
                      wrongUsage(new ParameterException(command, wrong.getMessage()));
                  case ConnectionEndedException ended when mayBeginAgain && common.isRepeatable() ->
                      AGAIN;
                  default -> Problems.tell(problem, terminal);
                });
    int code = line.execute(link.isEmpty() ? words : Arrays.copyOf(words, words.length - 1));
    terminal.out().flush();
    return code;
  }

  /// What a desktop starts us with for a link that was clicked on: it stands in place of a command.
  private static Optional<String> link(String... words) {
    return Optional.of(words[words.length - 1]).filter(word -> word.startsWith("ssb:"));
  }

  private int wrongUsage(ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    terminal.refuse(sentence(wrong) + " See: " + command + " --help");
    return WRONG_USAGE;
  }

  /// A text of several words is one word of a command line only in quotes.
  private static String quotes(CommandLine command) {
    return command.getCommandSpec().positionalParameters().isEmpty()
        ? ""
        : "; what has spaces in it needs quotes around it, as in \"hello world\"";
  }

  /// What stands before its own commands, as people type it after `tidings`.
  private static String below(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName() + " ";
  }

  private String sentence(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String word = unmatched.getUnmatched().getFirst();
      CommandLine command = wrong.getCommandLine();
      return command.getSubcommands().isEmpty()
          ? "'" + word + "' is a word too many" + quotes(command) + "."
          : "There is no command '" + below(command) + word + "'.";
    }
    String message =
        String.valueOf(wrong.getMessage())
            .replaceAll("\\s+", " ")
            .replaceFirst("^Error: |^Invalid value for [^:]*: (?=')", "")
            .strip();
    return message.matches(".*[.?]") ? message : message + ".";
  }
}
