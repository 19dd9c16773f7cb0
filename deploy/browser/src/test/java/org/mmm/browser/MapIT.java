package org.mmm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.child.Distribution;
import org.mmm.child.NodeOptions;
import org.mmm.child.NodeProcess;

@DisplayName("At the map, in a browser, the operator")
class MapIT {
  private static final Distribution DISTRIBUTION =
      new Distribution(Path.of(System.getProperty("mmm.dist", "../target/mmm")));

  /** A name that would break out of a page that took it for markup. */
  private static final String SLY = "<img src=x onerror=alert(1)>";

  @TempDir static Path directory;
  private static Chromium chromium;
  private static NodeProcess node;
  private static String token;

  private final List<Operator> operators = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    NodeOptions options =
        new NodeOptions(
            directory.resolve("data"),
            0,
            null,
            null,
            List.of(),
            List.of("-Xmx512m"),
            NodeOptions.START_WITHIN);
    node = NodeProcess.start(DISTRIBUTION, options, line -> {});
    token = Files.readString(node.operatorToken()).strip();
  }

  @AfterAll
  static void stop() {
    if (node != null) node.close();
    if (chromium != null) chromium.close();
  }

  @AfterEach
  void leave() {
    for (Operator operator : operators) {
      assertThat(operator.failures()).as("what broke in a page").isEmpty();
      assertThat(operator.asked())
          .as("what a page asked for")
          .allMatch(url -> url.startsWith(node.operatorUrl().toString()) || url.startsWith("data:"))
          .noneMatch(url -> url.contains(token));
      operator.close();
    }
  }

  private Operator operator() {
    Operator operator = chromium.operator(node.operatorUrl().toString());
    operators.add(operator);
    return operator;
  }

  /** One whose node tells what is made up here. */
  private Operator told(AtomicReference<String> rooms) {
    Operator operator = operator();
    operator
        .page()
        .route(
            Pattern.compile("/admin/live"),
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(rooms.get())));
    operator.signsIn("any");
    return operator;
  }

  @Test
  @DisplayName("is let in by the token alone, and sees who watches a Room, and how it ticks")
  void seesAWatchedRoom() {
    Operator operator = operator();
    operator.signsIn("wrong");
    operator.reads("#refusal", "that is not the operator's token");
    operator.signsIn("two words");
    operator.reads("#refusal", "no spaces");
    operator.shows("#door");
    operator.signsIn(token);
    operator.reads("#summary", "1 node · 0 live Rooms · 0 watchers");
    operator.hides("#refusal");

    try (Human anna = chromium.human(node.url().toString())) {
      anna.registers("Anna", "");
      anna.goesToTheSquare();
      anna.sees("Anna-Persona");
      operator.sees("MM-Square", "node1");
      operator.reads(".tile .watchers", "1 watcher");
      Operator.is(operator.page().locator(".tile .ticks"))
          .hasText(Pattern.compile("(19|20)\\.\\d ticks/s"));
      operator.reads(".tile .dropped", "none dropped");
      anna.holds("KeyS", () -> !bytes(operator).startsWith("0 B"));
      operator.reads("#rooms tr", "MM-Square");
      operator.reads("#nodes tr", "node1");
      operator.keepsPicture("map-one");

      operator.page().locator("#name").fill("sQUare");
      operator.sees("MM-Square", "node1");
      operator.page().locator("#name").fill("Cellar");
      operator.reads("#bound", "No live Room has “Cellar” in its name.");
      operator.counts(".tile", 0);
      operator.page().locator("#name").fill("");
      operator.sees("MM-Square", "node1");
    }
    operator.reads(".tile .watchers", "not seen now");
    operator.page().reload();
    operator.reads("#summary", "1 node · 0 live Rooms");
    operator.page().locator("#sign-out").click();
    operator.shows("#door");
    operator.page().reload();
    operator.shows("#door");
  }

  private static String bytes(Operator operator) {
    return operator.page().locator(".tile .bytes").textContent();
  }

  @Test
  @DisplayName("sees a Room move, which is on no node for a moment, and is told of it in words")
  void seesAMove() {
    AtomicReference<String> rooms = new AtomicReference<>();
    rooms.set(two().room("Hall", "node1", 40, 0).room(SLY, "node2", 3, 1.5).toString());
    Operator operator = told(rooms);
    operator.sees("Hall", "node1");
    operator.sees(SLY, "node2");
    operator.reads(".tile .dropped.bad", "1.5 dropped/s");
    operator.reads("#rooms tr:first-child", "Hall");
    operator
        .page()
        .evaluate(
            "() => (window.flights = 0, Element.prototype.animate = new Proxy("
                + "Element.prototype.animate, {apply: (act, on, how) =>"
                + " (window.flights++, Reflect.apply(act, on, how))}))");

    rooms.set(two().room(SLY, "node2", 3, 0).toString());
    operator.reads(".tile.gone", "Hall");
    operator.sees("Hall", "node1");
    rooms.set(two().room("Hall", "node2", 40, 0).room(SLY, "node2", 3, 0).toString());
    operator.sees("Hall", "node2");
    operator.counts(".tile", 2);
    operator.reads("#moves", "Room Hall moved from node1 to node2");
    assertThat(operator.page().evaluate("flights")).isEqualTo(1);
    operator.keepsPicture("map-moved");

    operator
        .page()
        .emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    rooms.set(two().room("Hall", "node1", 40, 0).room(SLY, "node1", 3, 0).toString());
    operator.reads("#moves", "Room " + SLY + " moved from node2 to node1");
    operator.counts(".tile.moved", 2);
    assertThat(operator.page().evaluate("flights")).as("but without motion").isEqualTo(1);
    assertThat(operator.page().locator("img").count()).isZero();
  }

  private static ToldRooms two() {
    return new ToldRooms().node("node1").node("node2");
  }

  @Test
  @DisplayName("sees which node does not answer and why, and the busiest Rooms of very many")
  void seesMany() {
    ToldRooms many = two().node("node10").silent("node3", "did not tell its Rooms within 1000 ms");
    for (int i = 0; i < 100; i++) {
      String name = "Room-%03d".formatted(i);
      many.room(name, List.of("node1", "node2", "node10").get(i % 3), 3_000 / (i + 1), i % 9 / 8);
    }
    Operator operator = told(new AtomicReference<>(many.matching(3_214).toString()));
    operator.counts(".tile", 100);
    operator.reads("#bound", "The busiest 100 of 3,214 Rooms are shown");
    operator.reads("#summary", "1 not answering");
    Operator.is(operator.box("node3")).containsText("did not tell its Rooms within 1000 ms");
    assertThat(operator.page().locator(".node").all())
        .extracting(box -> box.getAttribute("data-key"))
        .containsExactly("node1", "node2", "node3", "node10");
    operator.keepsPicture("map-many");
    assertThat(serious(operator)).isEmpty();
  }

  @Test
  @DisplayName("is told that the connection is lost, and goes on by itself when it is back")
  void losesTheConnection() {
    Operator operator = operator();
    operator.signsIn(token);
    operator.shows("#picture .node");
    operator.hasConnection(false);
    operator.reads("#banner", "The connection is lost");
    operator.counts("main.stale .node", 1);
    operator.keepsPicture("map-lost");
    operator.hasConnection(true);
    operator.hides("#banner");
    operator.counts("main:not(.stale) .node", 1);
  }

  @Test
  @DisplayName("finds nothing in the way who uses keys or a screen reader")
  void accessible() {
    Operator operator = operator();
    assertThat(serious(operator)).isEmpty();
    operator.page().keyboard().press("Tab");
    operator.page().keyboard().type(token);
    operator.page().keyboard().press("Enter");
    operator.reads("#nodes tr", "node1");
    assertThat(serious(operator)).isEmpty();
    operator.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(serious(operator)).as("in the dark").isEmpty();
  }

  private static List<String> serious(Operator operator) {
    return new AxeBuilder(operator.page())
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }
}
