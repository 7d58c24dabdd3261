package org.tidings.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.InviteCode;
import org.tidings.replication.InviteKind;
import org.tidings.replication.local.InviteQuery;
import org.tidings.replication.pub.InviteFault;
import org.tidings.replication.pub.InviteStep;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Invites to pubs.
@Command(name = "invite", description = "Makes an invite to this pub, or accepts one to another.")
final class InviteCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /// With its two subcommands.
  static CommandLine of(Common common) {
    return new CommandLine(new InviteCommand())
        .addSubcommand("create", new Create(common))
        .addSubcommand("accept", new Accept(common));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Say 'invite create' or 'invite accept CODE'.");
  }

  /// Makes a code for others.
  @Command(
      name = "create",
      sortOptions = false,
      description = {
        "Makes a code: whoever accepts it is followed by this pub.",
        "With --device, no pub is needed: you and whoever accepts it follow each other."
      })
  private static final class Create implements Callable<Integer> {
    private final Common common;

    @Option(
        names = "--uses",
        paramLabel = "N",
        converter = Words.Uses.class,
        description = "how many people may use it (default: one)")
    private long uses = 1;

    @Option(
        names = "--host",
        paramLabel = "NAME",
        description = "the name by which they reach this computer (default: its address)")
    private Optional<String> host = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "what the follow will say")
    private String note = "";

    @Option(
        names = "--device",
        description = "for one device beside this one, while Tidings runs here")
    private boolean device;

    private Create(Common common) {
      this.common = common;
    }

    @Override
    public Integer call() throws Exception {
      InviteQuery query =
          device ? InviteQuery.FOR_DEVICE : InviteQuery.of((double) uses, note, host);
      try (Access access = common.access(new Reach.Offline(false))) {
        JsonObject made = access.node().createInvite(query);
        common.tell(made, made.string("invite").orElseThrow());
      }
      return Commands.DONE;
    }
  }

  /// Accepts a code of somebody else.
  @Command(
      name = "accept",
      description = {
        "Has a pub follow you, follows it and connects to it; tells each step.",
        "An invite to a room leads into the room."
      })
  private static final class Accept implements Callable<Integer> {
    private final Common common;

    @Parameters(paramLabel = "CODE", description = "HOST:PORT:@KEY.ed25519~SEED, or a newer form")
    private @Nullable String code;

    private Accept(Common common) {
      this.common = common;
    }

    @Override
    public Integer call() throws Exception {
      String pasted = InviteKind.bare(Objects.requireNonNull(code));
      if (InviteKind.of(pasted).filter(InviteKind.ROOM::equals).isPresent()) {
        return new RoomCommand(common).join(pasted);
      }
      if (InviteCode.parse(pasted).isEmpty()) {
        throw new WrongUsage(InviteFault.NO_INVITE.sentence());
      }
      List<InviteStep> steps = new ArrayList<>();
      try (Access access = common.access(new Reach.OneCall())) {
        access.node().useInvite(pasted, step -> tell(step, steps));
      }
      Optional<InviteStep> inVain = steps.stream().filter(InviteStep::isInVain).findFirst();
      if (inVain.isPresent()) {
        throw new Refused(inVain.get().sentence());
      }
      return Commands.DONE;
    }

    private void tell(byte[] told, List<InviteStep> steps) {
      InviteStep step = InviteStep.of(parse(told)).orElseThrow();
      steps.add(step);
      if (common.wantsJson()) {
        common.terminal().json(step.json());
      } else if (!step.isInVain()) {
        common.terminal().say(step.sentence());
      }
      common.terminal().out().flush();
    }

    private static JsonObject parse(byte[] step) {
      try {
        return Json.parse(step).asObject().orElse(JsonObject.of());
      } catch (JsonException e) {
        return JsonObject.of();
      }
    }
  }
}
