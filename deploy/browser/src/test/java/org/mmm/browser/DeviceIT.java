package org.mmm.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.child.Distribution;
import org.mmm.child.NodeOptions;
import org.mmm.child.NodeProcess;
import org.mmm.frame.Happening;
import org.mmm.frame.Member;
import org.mmm.frame.Pose;
import org.mmm.frame.RoomFrame;
import org.mmm.local.Ports;
import org.mmm.recording.Recorder;

@DisplayName("At the web Device, in a browser,")
class DeviceIT {
  private static final Distribution DISTRIBUTION =
      new Distribution(Path.of(System.getProperty("mmm.dist", "../target/mmm")));

  private static final Path GOLDEN =
      Path.of(System.getProperty("mmm.golden", "../../protocol/src/test/resources/org/mmm/frame"));

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir static Path directory;
  private static Chromium chromium;
  private static NodeProcess node;
  private static int port;

  private final List<Human> humans = new java.util.ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    port = Ports.any("127.0.0.1");
    node = startNode();
  }

  private static NodeProcess startNode() {
    NodeOptions options =
        new NodeOptions(
            directory.resolve("data"),
            port,
            null,
            null,
            List.of(),
            List.of("-Xmx512m"),
            NodeOptions.START_WITHIN);
    return NodeProcess.start(DISTRIBUTION, options, line -> {});
  }

  @AfterAll
  static void stop() {
    if (node != null) node.close();
    if (chromium != null) chromium.close();
  }

  @AfterEach
  void leave() {
    for (Human human : humans) {
      assertThat(human.failures()).as("what broke in a page").isEmpty();
      human.close();
    }
  }

  private Human human() {
    Human human = chromium.human(node.url().toString());
    humans.add(human);
    return human;
  }

  @Test
  @DisplayName("two humans meet, talk, build, are refused, invite, and part")
  void meet() {
    Human anna = human();
    Human bob = human();
    anna.registers("Anna", "");
    anna.goesToTheSquare();
    bob.registersByKeys("Bob");
    bob.tabTo("#to-square");
    bob.page().keyboard().press("Enter");
    bob.isAt("MM-Square");
    anna.sees("Bob-Persona");
    bob.sees("Anna-Persona");

    double before = bob.z("Anna-Persona");
    anna.holds("KeyW", () -> bob.z("Anna-Persona") < before - 2);
    anna.keepsPicture("meet-anna");
    bob.keepsPicture("meet-bob");

    bob.says("Anna", "good <b>day</b>");
    anna.reads("good <b>day</b>");

    anna.presses("Take Parcel01");
    anna.isAt("Parcel01");
    bob.seesNoMore("Anna-Persona");
    bob.presses("Enter Parcel01");
    bob.isRefused("InsRights");
    bob.isAt("MM-Square");

    anna.page().locator("#build [name=name]").fill("Loft");
    anna.presses("Build a Room");
    anna.shows("#mine li:has-text('Loft')");
    String room = anna.page().locator("#mine li:has-text('Loft')").getAttribute("data-key");
    anna.sees(room);
    anna.keepsPicture("parcel");
    anna.presses("Enter " + room);
    anna.isAt(room);

    invite(anna, "Let in");
    bob.reads("You are invited to " + room);
    bob.presses("Enter " + room);
    bob.isAt(room);
    anna.sees("Bob-Persona");
    bob.sees("Anna-Persona");
    bob.says("", "what a <i>view</i>");
    anna.reads("what a <i>view</i>");
    double inside = anna.z("Bob-Persona");
    bob.holds("KeyS", () -> Math.abs(anna.z("Bob-Persona") - inside) > 0.5);
    bob.keepsPicture("room");

    bob.presses("To MM-Square");
    bob.isAt("MM-Square");
    anna.seesNoMore("Bob-Persona");
    invite(anna, "Let in no longer");
    anna.reads("let Bob into Loft no longer");
    bob.presses("Enter " + room);
    bob.isRefused("InsRights");
  }

  private static void invite(Human owner, String button) {
    owner.presses("Invite");
    owner.names("Bob", button);
  }

  @Test
  @DisplayName("a human comes back on a second Device, by password or by recovery code")
  void comeBack() {
    Human first = human();
    String code = first.registers("Carla", "a long password");
    first.goesToTheSquare();

    Human second = human();
    second.signsIn("Carla", "another password", false);
    second.isRefused("Unauthenticated");
    second.signsIn("Carla", "a long password", false);
    second.isAt("MM-Square");

    Human third = human();
    third.signsIn("Carla", code, true);
    third.isAt("MM-Square");
    third.sees("Carla-Persona");
    third.page().reload();
    third.isAt("MM-Square");
    third.presses("Sign out");
    third.shows("#door");

    Human other = human();
    other.page().locator("#register").getByLabel("Your name here").fill("Carla");
    other.page().locator("#register button").click();
    other.isRefused("Clash");
  }

  @Test
  @DisplayName("a human who is muted is heard no more")
  void mute() {
    Human eve = human();
    Human frank = human();
    eve.registers("Eve", "");
    eve.goesToTheSquare();
    frank.registers("Frank", "");
    frank.goesToTheSquare();
    eve.sees("Frank-Persona");
    Human listener = eve;
    listener.page().locator("#here li[data-key='Frank-Persona'] >> text=Mute").click();
    frank.says("Eve", "first");
    frank.reads("first");
    listener.page().locator("#here li[data-key='Frank-Persona'] >> text=Unmute").click();
    frank.says("Eve", "second");
    eve.reads("second");
    assertThat(eve.page().locator("#chat").textContent()).doesNotContain("first");
  }

  @Test
  @DisplayName("a human reports another to the operator, in words of its own")
  void report() {
    Human rosa = human();
    Human sven = human();
    rosa.registers("Rosa", "");
    rosa.goesToTheSquare();
    sven.registers("Sven", "");
    sven.goesToTheSquare();
    rosa.sees("Sven-Persona");
    rosa.presses("Report Sven");
    rosa.page().getByLabel("What the operator should know").fill("follows <b>me</b>");
    rosa.page().locator("#report button[value=report]").click();
    rosa.reads("reported Sven to the operator");
    rosa.hides("#refusal");
  }

  @Test
  @DisplayName("both go on where they were when the node was restarted")
  void restart() {
    Human gina = human();
    Human hans = human();
    gina.registers("Gina", "");
    gina.goesToTheSquare();
    hans.registers("Hans", "");
    hans.goesToTheSquare();
    gina.sees("Hans-Persona");

    node.close();
    gina.shows("#banner");
    node = startNode();
    gina.hides("#banner");
    hans.hides("#banner");
    gina.sees("Hans-Persona");
    hans.sees("Gina-Persona");
    double before = hans.z("Gina-Persona");
    gina.holds("KeyS", () -> Math.abs(hans.z("Gina-Persona") - before) > 1);
    hans.says("Gina", "still there");
    gina.reads("still there");
  }

  @Test
  @DisplayName("Personae are of the models that were chosen, or uploaded, each loaded once")
  void models() throws Exception {
    Human jana = human();
    Human karl = human();
    Human lena = human();
    jana.looksLike("Penguin");
    jana.registers("Jana", "");
    jana.goesToTheSquare();
    karl.looksLike("Penguin");
    karl.registers("Karl", "");
    karl.goesToTheSquare();
    lena.looksLike("A plain shape");
    lena.registers("Lena", "");
    lena.goesToTheSquare();
    jana.holds("KeyW", () -> lena.z("Jana-Persona") < -2);
    karl.holds("KeyA", () -> lena.x("Karl-Persona") < -1.5);
    lena.sees("Karl-Persona");
    await().atMost(SOON).until(() -> lena.fetched("penguin.glb") == 1);
    lena.keepsPicture("models-samples");

    Path model = directory.resolve("own.glb");
    Files.write(model, OwnModel.painted());
    karl.page().locator("#look [name=file]").setInputFiles(model);
    karl.presses("Look like this");
    await().atMost(SOON).until(() -> lena.fetched("Karl-Persona/data") == 1);
    await().atMost(SOON).until(() -> lena.fetched("blob:") == 1);
    lena.keepsPicture("models-own");

    Files.write(model, new byte[] {1, 2, 3});
    karl.page().locator("#look [name=file]").setInputFiles(model);
    karl.presses("Look like this");
    karl.isRefused("no GLB file");
    karl.sees("Jana-Persona");
    assertThat(lena.fetched("penguin.glb")).isEqualTo(1);
  }

  @Test
  @DisplayName("a Persona whose model cannot be loaded is drawn plainly, and nobody is bothered")
  void broken() {
    Human mia = human();
    mia.looksLike("Robot");
    mia.registers("Mia", "");
    Human nils = human();
    nils.page().route("**/robot.glb", route -> route.abort());
    nils.registers("Nils", "");
    mia.goesToTheSquare();
    nils.goesToTheSquare();
    nils.sees("Mia-Persona");
    double before = nils.z("Mia-Persona");
    mia.holds("KeyS", () -> nils.z("Mia-Persona") > before + 1);
    nils.hides("#refusal");
    nils.hides("#banner");
  }

  @Test
  @DisplayName("a human walks by a finger on the left half, and looks around by one on the right")
  void touch() {
    Human otto = chromium.humanWithATouchScreen(node.url().toString());
    humans.add(otto);
    Human paula = human();
    otto.registers("Otto", "");
    otto.goesToTheSquare();
    paula.registers("Paula", "");
    paula.goesToTheSquare();
    paula.sees("Otto-Persona");

    double z = paula.z("Otto-Persona");
    otto.drags(0.25, 0, -80, () -> paula.z("Otto-Persona") < z - 2);
    double x = paula.x("Otto-Persona");
    otto.drags(0.25, 80, 0, () -> paula.x("Otto-Persona") > x + 2);
    // A quarter of a turn to the left: that is ahead then.
    otto.drags(0.75, -314, 0, () -> true);
    double before = paula.x("Otto-Persona");
    otto.drags(0.25, 0, -80, () -> paula.x("Otto-Persona") < before - 2);
  }

  @Test
  @DisplayName("a recording is played back, from any time on")
  void playback() throws Exception {
    Path file = directory.resolve("walk.jsonl");
    long[] millis = {0};
    try (Recorder recorder =
        new Recorder(
            file,
            "MM-Square",
            InstantSource.fixed(Instant.EPOCH),
            () -> millis[0] * 1_000_000,
            1 << 20)) {
      for (int tick = 0; tick <= 200; tick++, millis[0] += 50) {
        List<Happening> told =
            tick == 0
                ? List.of(new Happening.Came(0, 1, "Anna-Persona", "Persona", "Anna", true))
                : List.of();
        var pose = Pose.of(0, 0, tick / 20.0, 0, 0, 0);
        var member = new Member(0, 0, pose, tick == 0, false);
        recorder.frame(new RoomFrame(tick == 0, 1, tick, tick, 20, List.of(member), told));
      }
    }
    Human reader = human();
    reader.page().locator("#recorded").setInputFiles(file);
    reader.sees("Anna-Persona");
    reader.presses("Pause");
    reader.page().locator("#seek").fill("8");
    await().atMost(SOON).until(() -> Math.abs(reader.z("Anna-Persona") - 8) < 0.1);
    reader.page().locator("#seek").fill("3");
    await().atMost(SOON).until(() -> Math.abs(reader.z("Anna-Persona") - 3) < 0.1);
    assertThat(reader.page().locator("#here button").count()).isZero();
    reader.page().locator("#speed").selectOption("16");
    reader.presses("Go on");
    await().atMost(SOON).until(() -> reader.z("Anna-Persona") == 10);
    reader.keepsPicture("playback");

    Path other = Files.writeString(directory.resolve("other.jsonl"), "hello\n");
    Human another = human();
    another.page().locator("#recorded").setInputFiles(other);
    another.isRefused("no recording");
  }

  @Test
  @DisplayName("frames are read as the program writes them")
  void frames() throws Exception {
    Human reader = human();
    String hex = golden("RoomFrame.hex");
    JsonNode wanted = new ObjectMapper().readTree(GOLDEN.resolve("RoomFrame.json").toFile());
    JsonNode read =
        new ObjectMapper()
            .readTree(
                (String)
                    reader
                        .page()
                        .evaluate(
                            """
                            async (hex) => {
                              const { decodeRoomFrame } = await import("/device/frames.js");
                              const bytes = Uint8Array.from(hex.match(/../g), (one) => parseInt(one, 16));
                              return JSON.stringify(decodeRoomFrame(bytes.buffer));
                            }
                            """,
                            hex));
    for (String field : List.of("key", "incarnation", "sequence", "tick", "rate")) {
      assertThat(read.path(field)).as(field).isEqualTo(wanted.path(field));
    }
    assertThat(read.path("members")).hasSize(wanted.path("members").size());
    for (int i = 0; i < wanted.path("members").size(); i++) {
      JsonNode is = read.path("members").path(i);
      JsonNode was = wanted.path("members").path(i);
      assertThat(is.path("slot")).isEqualTo(was.path("slot"));
      assertThat(is.path("input")).isEqualTo(was.path("input"));
      assertThat(is.path("jumped")).isEqualTo(was.path("jumped"));
      assertThat(is.path("corrected")).isEqualTo(was.path("corrected"));
      for (String axis : List.of("x", "y", "z")) {
        assertThat(is.path(axis).asDouble() * 64).isEqualTo(was.path("pose").path(axis).asDouble());
      }
      assertThat(is.path("yaw").asDouble() / 2 / Math.PI * 65536)
          .isCloseTo(
              was.path("pose").path("yaw").asDouble(), org.assertj.core.data.Offset.offset(1e-6));
    }
    assertThat(read.path("happenings")).hasSize(wanted.path("happenings").size());
    for (int i = 0; i < wanted.path("happenings").size(); i++) {
      JsonNode is = read.path("happenings").path(i);
      for (Map.Entry<String, JsonNode> was : wanted.path("happenings").path(i).properties()) {
        String field = was.getKey().equals("happening") ? "kind" : was.getKey();
        assertThat(is.path(field)).as(field).isEqualTo(was.getValue());
      }
    }
  }

  @Test
  @DisplayName("inputs are written as the program reads them")
  void motions() throws Exception {
    String wanted = golden("MotionFrame.hex");
    JsonNode said = new ObjectMapper().readTree(GOLDEN.resolve("MotionFrame.json").toFile());
    JsonNode pose = said.path("pose");
    String written =
        (String)
            human()
                .page()
                .evaluate(
                    """
                    async (said) => {
                      const { encodeMotion } = await import("/device/frames.js");
                      const bytes = new Uint8Array(encodeMotion(said));
                      return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
                    }
                    """,
                    Map.of(
                        "incarnation",
                        (double) said.path("incarnation").asLong(),
                        "generation",
                        (double) said.path("generation").asLong(),
                        "sequence",
                        said.path("sequence").asInt(),
                        "x",
                        pose.path("x").asDouble() / 64,
                        "y",
                        pose.path("y").asDouble() / 64,
                        "z",
                        pose.path("z").asDouble() / 64,
                        "yaw",
                        pose.path("yaw").asDouble() / 65536 * 2 * Math.PI));
    // It steers upright: the last two bytes, pitch and roll, stay 0.
    assertThat(written).isEqualTo(wanted.substring(0, 44) + "0000");
  }

  /** Without the comments. */
  private static String golden(String file) throws IOException {
    return Files.readString(GOLDEN.resolve(file)).replaceAll("#.*|\\s", "");
  }

  @Test
  @DisplayName("nothing stands in the way of who uses keys or a screen reader")
  void accessible() {
    Human anyone = human();
    assertThat(serious(anyone)).isEmpty();
    anyone.registers("Ines", "");
    anyone.goesToTheSquare();
    anyone.sees("Ines-Persona");
    assertThat(serious(anyone)).isEmpty();
  }

  private static List<String> serious(Human human) {
    return new AxeBuilder(human.page())
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }
}
