package org.mmm.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An operator at the map of the live Rooms. */
final class Operator implements AutoCloseable {
  private static final double PATIENCE = 60_000;

  private final BrowserContext browser;
  private final Page page;
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  Operator(BrowserContext browser) {
    this.browser = browser;
    browser.setDefaultTimeout(PATIENCE);
    page = browser.newPage();
    page.onPageError(failures::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) failures.add(message.text());
        });
    page.onRequest(request -> asked.add(request.url()));
    page.navigate("/map");
  }

  Page page() {
    return page;
  }

  /** What broke in the page, of which nothing may. */
  List<String> failures() {
    return failures;
  }

  /** The URLs of all that the page asked for. */
  List<String> asked() {
    return asked;
  }

  void signsIn(String token) {
    page.getByLabel("The operator's token").fill(token);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the map")).click();
  }

  /** Takes away the connection, or gives it back. */
  void hasConnection(boolean has) {
    browser.setOffline(!has);
  }

  /** Waits until that Room is in the box of that node. */
  void sees(String room, String node) {
    is(tile(room, node)).isVisible();
  }

  /** The tile of a Room in the box of that node. */
  Locator tile(String room, String node) {
    return box(node).locator(".tile").filter(new Locator.FilterOptions().setHasText(room));
  }

  Locator box(String node) {
    return page.locator(".node[data-key='" + node + "']");
  }

  /** The node in whose box that Room is. */
  String nodeOf(String room) {
    is(page.locator(".tile[data-key='" + room + "']:not(.gone)")).isVisible();
    return page.locator(".node:has(.tile[data-key='" + room + "'])").getAttribute("data-key");
  }

  /** Waits until that stands there. */
  void reads(String selector, String text) {
    is(page.locator(selector)).containsText(text);
  }

  /** Waits until that many are there. */
  void counts(String selector, int number) {
    is(page.locator(selector)).hasCount(number);
  }

  void shows(String selector) {
    is(page.locator(selector)).isVisible();
  }

  void hides(String selector) {
    is(page.locator(selector)).isHidden();
  }

  /** Keeps a picture of what is shown now. */
  void keepsPicture(String name) {
    Path file = Path.of(System.getProperty("mmm.screenshots", "target/screenshots"), name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  static LocatorAssertions is(Locator locator) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return PlaywrightAssertions.assertThat(locator);
  }

  @Override
  public void close() {
    browser.close();
  }
}
