package org.tidings.replication;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.Clocks;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.local.Invites;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.InviteCode;
import org.tidings.replication.blob.Blobs;
import org.tidings.replication.ebt.SyncProgress;
import org.tidings.replication.lan.Lan;
import org.tidings.replication.lan.LanSelf;
import org.tidings.replication.lan.LanState;
import org.tidings.replication.peer.ConnImport;
import org.tidings.replication.peer.ConnectionScheduler;
import org.tidings.replication.peer.PeerBook;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.Quotas;
import org.tidings.replication.pub.InviteUse;
import org.tidings.replication.room.RoomAliases;
import org.tidings.replication.room.RoomDesk;
import org.tidings.replication.room.RoomSignIn;
import org.tidings.replication.room.RoomWeb;
import org.tidings.replication.transport.Capacity;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.Listener;
import org.tidings.replication.transport.NameLookup;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.Turns;

/// The front door to the network: listens, finds and calls peers, and keeps what we have and they
/// have in step. Thread-safe.
public final class Replication implements AutoCloseable {
  private static final Duration DIAL_PATIENCE = Duration.ofSeconds(14);
  private static final Duration HANDSHAKE_PATIENCE = Duration.ofSeconds(10);

  /// No bad line is cut so often in one moment.
  private static final int COME_AT_ONCE = 16;

  private static final Duration COME_AGAIN = Duration.ofMillis(200);

  private final Feeds feeds;
  private final ReplicationSettings settings;
  private final SecureRandom random;
  private final PeerBook book;
  private final Pubs pubs;
  private final Dialer dialer;
  private final Door door;
  private final Protocols protocols;
  private final Lobby lobby;
  private final OwnKeyWatch ownKey;
  private final Switchboard switchboard;
  private final StatusBoard status;
  private final Listeners listeners = new Listeners();
  private final Ticker ticker;
  private final Chores chores;
  private volatile Routes routes;
  private volatile Predicate<SecretChannel> programs = program -> false;
  private Optional<Running> running = Optional.empty();

  /// What runs between start and close.
  private record Running(
      Listener listener, Optional<Lan> lan, List<Thread> threads, Subscription events) {}

  public Replication(
      Feeds feeds, ReplicationSettings settings, InstantSource clock, SecureRandom random) {
    this(feeds, settings, clock, random, Protocols.of(feeds, clock));
  }

  Replication(
      Feeds feeds,
      ReplicationSettings settings,
      InstantSource clock,
      SecureRandom random,
      Protocols protocols) {
    this.feeds = feeds;
    this.settings = settings;
    this.routes = settings.routes();
    this.random = random;
    Clocks clocks = Clocks.of(clock);
    this.book = new PeerBook(feeds.peerMemory());
    SecretChannel.Terms terms =
        new SecretChannel.Terms(
            settings.network(), feeds.identity().keys(), random, HANDSHAKE_PATIENCE);
    Turns<FeedId> turns = new Turns<>(COME_AT_ONCE, COME_AGAIN);
    this.dialer = new Dialer(terms, DIAL_PATIENCE, this::routes);
    PubNetwork network = new PubNetwork(dialer, this::join);
    this.pubs = new Pubs(feeds, settings, network, book, random, clocks.steady().instant());
    Admission admission =
        new Admission(
            feeds.graph(),
            pubs,
            this::routes,
            () -> switchboard().connections().all(),
            (peer, from) -> switchboard().noteCaller(peer, from));
    this.door =
        new Door(terms, admission::objection, feeds.gate()::keyInUseElsewhere, turns, clock);
    ConnectionScheduler scheduler =
        new ConnectionScheduler(
            feeds.identity().id(),
            this::isBlocked,
            this::isFollowed,
            this::isMetUnasked,
            settings.dial() ? Quotas.USUAL : Quotas.NONE,
            random);
    this.lobby =
        Lobby.of(
            feeds,
            new RoomCalls(this),
            new RoomWeb(this::routes, new NameLookup()),
            tunnelReception(),
            random,
            clocks.steady());
    this.protocols = protocols.with(lobby.protocol());
    this.ownKey = new OwnKeyWatch(dialer, feeds.gate()::keyInUseElsewhere, clocks.steady());
    this.switchboard =
        new Switchboard(
            scheduler,
            new Caller(dialer, lobby.rooms()),
            book,
            feeds.graph(),
            feeds.strangers(),
            this.protocols.all(),
            clocks);
    this.status =
        new StatusBoard(switchboard, door, this::isBlocked, this::syncProgress, clocks.steady());
    this.ticker = new Ticker(switchboard, lobby.rooms(), status, listeners);
    this.chores = new Chores(feeds.copies(), pubs, switchboard, clocks.steady(), settings.dial());
  }

  /// By which ways others are reached, and who may be connected.
  public Routes routes() {
    return routes;
  }

  /// Has others reached by these ways from now on. When they are other ways, connections beyond the
  /// local network are ended, and made again where these ways allow it. Those with strangers are
  /// ended when only people in reach may connect, but for those that a person here has asked for.
  public void reachBy(Routes next) {
    Routes before = routes;
    if (next.equals(before)) {
      return;
    }
    routes = next;
    if (!next.onlyInReach(before.onlyInReach()).equals(before)) {
      switchboard.reachAnew();
    }
    switchboard.leaveStrangers();
    listeners.changed();
  }

  /// Listens, announces and starts to call peers.
  ///
  /// @throws IOException with a sentence for people when the port cannot be listened at; nothing
  ///     runs then
  public synchronized void start() throws IOException {
    if (running.isPresent()) {
      return;
    }
    InetAddress host = InetAddress.getByName(settings.host());
    Listener listener = listen(new InetSocketAddress(host, settings.port()));
    Optional<Lan> lan = settings.lan() ? Optional.of(lan(host, listener.port())) : Optional.empty();
    Subscription events = feeds.events().subscribe(ticker::happened);
    List<Thread> threads =
        List.of(
            Thread.ofVirtual().name("replication-ticker").unstarted(ticker::run),
            Thread.ofVirtual().name("replication-chores").unstarted(chores::run));
    running = Optional.of(new Running(listener, lan, threads, events));
    book.entries().stream().filter(PeerBook.Entry::autoconnect).forEach(this::putForward);
    threads.forEach(Thread::start);
    lan.ifPresent(Lan::start);
  }

  /// From now on programs of ours that come to where peers come are answered there, too, as tools
  /// of the network expect. Whoever comes so with our key and calls nothing that programs call is
  /// another device that uses it.
  ///
  /// @param programs has the connection of somebody on this machine with our own key until it ends,
  ///     and tells whether it is a program of ours by what it called
  public void answerPrograms(Predicate<SecretChannel> programs) {
    this.programs = programs;
  }

  /// Where peers reach us, with the real port.
  public NetAddress address() {
    return addresses().getFirst();
  }

  /// The same, and where else, for those who are on another of our networks.
  public List<NetAddress> addresses() {
    int port = port();
    PublicKey key = feeds.identity().keys().publicKey();
    return OwnHost.all(settings.host()).stream()
        .map(host -> new NetAddress(host, port, key))
        .toList();
  }

  private synchronized int port() {
    return running.map(parts -> parts.listener().port()).orElse(settings.port());
  }

  /// Calls a peer now and remembers its address; returns after the handshake, at once when a
  /// connection is already up; then nothing is called and no address noted. Gives up within 15
  /// seconds.
  ///
  /// @throws ConnectionFailedException saying why not
  public void connect(PeerAddress address) throws IOException {
    if (address.id().equals(feeds.identity().id())) {
      ownKey.call(address, port());
    }
    if (isBlocked(address.id())) {
      throw new ConnectionFailedException(Failure.BLOCKED);
    }
    if (!switchboard.connections().isConnectedAsChosen(address.id())) {
      switchboard.call(address);
    }
  }

  /// Calls everybody again within moments whom it would be too early to call, because calls there
  /// failed: as after a change of network. Whoever seems connected is asked whether they still
  /// answer.
  public void callEverybody() {
    switchboard.callAnew();
    listeners.changed();
  }

  /// Uses an invite to a pub, as [InviteUse] tells; takes up to a minute.
  ///
  /// @param pasted the code, in any of its written forms
  public void useInvite(String pasted, InviteUse.Listener listener)
      throws IOException, InterruptedException {
    pubs.use(pasted, listener);
  }

  private void join(NetAddress there, boolean isDevice) throws IOException {
    if (isDevice) {
      book.paired(there);
    } else {
      book.joined(there);
    }
    connect(there);
  }

  /// Takes in the peers that another program knew, by its `conn.json`, and calls them from now on.
  ///
  /// @throws IOException with a sentence for people when there is no list of peers in the file
  public ConnImport.Result importPeers(Path file) throws IOException {
    ConnImport.Result result = ConnImport.into(book, feeds).run(file);
    result.added().stream().filter(PeerBook.Entry::autoconnect).forEach(this::putForward);
    listeners.changed();
    return result;
  }

  /// Makes a code with which others have us follow them.
  ///
  /// @param host the name by which they reach us; empty for our address
  /// @return the code; empty when we are no pub
  public Optional<InviteCode> createInvite(Invites.Invite invite, Optional<String> host) {
    NetAddress here = address();
    NetAddress there = new NetAddress(host.orElse(here.host()), here.port(), here.key());
    return pubs.create(there, invite);
  }

  /// Makes a text that pairs one device with this one: whoever accepts it as an invite follows us,
  /// is followed by us, and connects. It is good once, and until we end; the latest few of them
  /// are.
  public String pairing() {
    return pubs.createForDevice(addresses());
  }

  /// Strikes an address out, here and in what is remembered over restarts. One that announces
  /// itself on the local network is known again when it does.
  public void forget(PeerAddress address) {
    switchboard.forget(address);
    listeners.changed();
  }

  /// What there is to say about each peer we have to do with.
  public List<PeerStatus> peers() {
    return status.peers();
  }

  /// How far we are with what connected peers have and we lack; empty when we are in step, and when
  /// nothing comes. Costs nothing to ask, and changes at most once a second.
  public Optional<SyncProgress> syncProgress() {
    return protocols.syncProgress();
  }

  /// Who has a message besides us, as far as they have said: peers that are connected, and those
  /// that were, when they were last. Asks the store.
  public Set<FeedId> holdersOf(FeedId feed, Sequence sequence) {
    Set<FeedId> holders = new HashSet<>(feeds.peerMemory().holdersOf(feed, sequence));
    holders.addAll(protocols.holders(feed, sequence));
    return holders;
  }

  /// What comes and goes beside messages.
  public Blobs blobs() {
    return protocols.blobs();
  }

  /// Who announces itself on the local network.
  public List<NearbyPeer> nearby() {
    return status.nearby();
  }

  /// The rooms we know, who is there, and how to come in.
  public RoomDesk rooms() {
    return lobby.desk();
  }

  /// Names for people in rooms.
  public RoomAliases aliases() {
    return lobby.aliases();
  }

  /// The way to be known on the web side of a room.
  public RoomSignIn signIn() {
    return lobby.signIn();
  }

  Switchboard switchboard() {
    return switchboard;
  }

  /// How things go on the local network.
  public synchronized LanState lan() {
    return running.flatMap(Running::lan).map(this::state).orElseGet(LanState.Off::new);
  }

  private LanState state(Lan lan) {
    return lan.state() instanceof LanState.On && status.nobodyNearbyAnswers()
        ? lan.unanswered()
        : lan.state();
  }

  /// Runs `listener` after changes in any of the above, at most four times a second, on a thread of
  /// our own; it only hands over.
  public Subscription onChange(Runnable listener) {
    return listeners.add(listener);
  }

  /// Says goodbye to everybody and stops.
  @Override
  public synchronized void close() {
    running.ifPresent(
        parts -> {
          parts.events().close();
          parts.threads().forEach(Thread::interrupt);
          parts.lan().ifPresent(Lan::close);
          parts.listener().close();
        });
    running = Optional.empty();
    switchboard.close();
    protocols.close();
    chores.saveCopies();
  }

  private Listener listen(InetSocketAddress at) throws IOException {
    try {
      return Listener.open(at, Capacity.OPEN, new Reception(door, this::receive, listeners));
    } catch (IOException e) {
      throw new IOException(
          "Port " + at.getPort() + " cannot be used: another program has it, or it is not ours.",
          e);
    }
  }

  private Reception tunnelReception() {
    return new Reception(door, this::receiveThroughRoom, listeners);
  }

  private Lan lan(InetAddress host, int port) {
    LanSelf self = new LanSelf(settings.network(), feeds.identity().keys(), host, port);
    return new Lan(self, new Neighbourhood(switchboard, listeners, ownKey, port), random);
  }

  /// Whoever comes with the key of a code is no peer.
  private void receive(SecretChannel channel) {
    if (!routes.letsIn(channel.remoteName())) {
      channel.close();
    } else if (door.isOwn(channel)) {
      answerOwn(channel);
    } else if (!pubs.serves(channel, this::address)) {
      switchboard.take(channel);
    }
  }

  private void answerOwn(SecretChannel channel) {
    if (!programs.test(channel)) {
      door.turnAwayTwin(channel);
    }
  }

  private void receiveThroughRoom(SecretChannel channel) {
    if (!pubs.serves(channel, this::address)) {
      switchboard.take(channel, PeerSession.Path.TUNNEL);
    }
  }

  private boolean isMetUnasked(FeedId peer) {
    return !routes.onlyInReach() || feeds.graph().wants(peer);
  }

  private boolean isFollowed(FeedId peer) {
    return feeds.graph().relationship(peer).following();
  }

  private boolean isBlocked(FeedId peer) {
    return feeds.graph().hops(peer).isBlocked();
  }

  private void putForward(PeerBook.Entry known) {
    switchboard.tell(PeerEvent.Known.of(known));
  }
}
