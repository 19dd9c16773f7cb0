package org.mmm.browser;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A human at a web Device: does what can be done with mouse and keys, and sees what is shown. */
final class Human implements AutoCloseable {
  private static final double PATIENCE = 30_000;

  private final BrowserContext device;
  private final Page page;
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final List<String> fetched = new CopyOnWriteArrayList<>();

  Human(BrowserContext device) {
    this.device = device;
    device.setDefaultTimeout(PATIENCE);
    page = device.newPage();
    page.onPageError(failures::add);
    page.onConsoleMessage(
        message -> {
          // A live edge that has moved to another port is told to the page in this way alone.
          boolean moved = message.text().contains("/live' violates");
          if (message.text().contains("Content Security Policy") && !moved) {
            failures.add(message.text());
          }
        });
    page.onRequestFinished(request -> fetched.add(request.url()));
    page.navigate("/");
  }

  Page page() {
    return page;
  }

  /** What broke in the page, of which nothing may. */
  List<String> failures() {
    return failures;
  }

  /** How many times its page has fetched what has that in its URL. */
  long fetched(String part) {
    page.title(); // lets the events come that wait
    return fetched.stream().filter(url -> url.contains(part)).count();
  }

  /** Chooses a Persona at the door. */
  void looksLike(String model) {
    page.locator("#register").getByLabel("Your Persona").selectOption(model);
  }

  /** Registers, and answers the recovery code. */
  String registers(String name, String password) {
    Locator form = page.locator("#register");
    form.getByLabel("Your name here").fill(name);
    form.getByLabel("Password, if you want one").fill(password);
    form.getByRole(AriaRole.BUTTON).click();
    return keepsCode();
  }

  /** Registers without touching a mouse. */
  void registersByKeys(String name) {
    tabTo("#register [name=name]");
    page.keyboard().type(name);
    page.keyboard().press("Enter");
    shows("#recovery");
    page.keyboard().press("Enter");
    shows("#inside");
  }

  private String keepsCode() {
    Locator code = page.locator("#code");
    is(code).not().isEmpty(new LocatorAssertions.IsEmptyOptions());
    String kept = code.textContent();
    page.locator("#recovery button").click();
    shows("#inside");
    return kept;
  }

  void signsIn(String name, String secret, boolean recovery) {
    Locator form = page.locator("#sign-in");
    form.getByLabel("Your name here").fill(name);
    form.getByLabel("Password or recovery code").fill(secret);
    form.getByLabel("It is the recovery code").setChecked(recovery);
    form.getByRole(AriaRole.BUTTON).click();
  }

  void goesToTheSquare() {
    presses("To MM-Square");
    isAt("MM-Square");
  }

  /** Presses the button of that name. */
  void presses(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  /** Goes from field to field by the Tab key, until that one has the focus. */
  void tabTo(String selector) {
    for (int i = 0; i < 400; i++) {
      if ((boolean) page.evaluate("s => document.activeElement?.matches(s) ?? false", selector)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(selector + " is not reached by the Tab key");
  }

  /** Holds a key down in the view until that is so. */
  void holds(String key, java.util.concurrent.Callable<Boolean> until) {
    page.locator("#world").focus();
    page.keyboard().down(key);
    try {
      await().atMost(Duration.ofSeconds(30)).until(until);
    } finally {
      page.keyboard().up(key);
    }
  }

  /**
   * Puts a finger on the view, at that part of its width, moves it by so many pixels, and holds it
   * there until that is so.
   */
  void drags(double part, int right, int down, java.util.concurrent.Callable<Boolean> until) {
    BoundingBox view = page.locator("#world").boundingBox();
    double x = view.x + view.width * part;
    double y = view.y + view.height / 2;
    CDPSession touch = device.newCDPSession(page);
    touch(touch, "touchStart", x, y);
    for (int step = 1; step <= 8; step++) {
      touch(touch, "touchMove", x + right * step / 8.0, y + down * step / 8.0);
    }
    try {
      await().atMost(Duration.ofSeconds(30)).until(until);
    } finally {
      JsonObject end = new JsonObject();
      end.addProperty("type", "touchEnd");
      end.add("touchPoints", new JsonArray());
      touch.send("Input.dispatchTouchEvent", end);
      touch.detach();
    }
  }

  private static void touch(CDPSession touch, String type, double x, double y) {
    JsonObject finger = new JsonObject();
    finger.addProperty("x", x);
    finger.addProperty("y", y);
    JsonArray fingers = new JsonArray();
    fingers.add(finger);
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", fingers);
    touch.send("Input.dispatchTouchEvent", event);
  }

  /** Waits until it is in the place of that ID. */
  void isAt(String place) {
    is(page.locator("#place")).hasAttribute("data-id", place);
  }

  String place() {
    return page.locator("#place").getAttribute("data-id");
  }

  /** Waits until that Item is in the list of what is here. */
  void sees(String item) {
    shows("#here li[data-key='" + item + "']");
  }

  void seesNoMore(String item) {
    is(page.locator("#here li[data-key='" + item + "']")).hasCount(0);
  }

  /** Metres towards the viewer at which the list has that Item. */
  double z(String item) {
    return at(item, "data-z");
  }

  /** Metres to the right at which it has it. */
  double x(String item) {
    return at(item, "data-x");
  }

  private double at(String item, String axis) {
    return Double.parseDouble(page.locator("#here li[data-key='" + item + "']").getAttribute(axis));
  }

  void says(String to, String text) {
    Locator form = page.locator("#say");
    form.getByLabel("To").fill(to);
    form.getByLabel("Text").fill(text);
    form.getByRole(AriaRole.BUTTON).click();
  }

  /** Waits until a line of the Messages has that text. */
  void reads(String text) {
    is(page.locator("#chat")).containsText(text);
  }

  /** Waits until it is told that it was refused, and why. */
  void isRefused(String why) {
    is(page.locator("#refusal")).isVisible();
    is(page.locator("#refusal")).containsText(why);
  }

  /** Says in the dialog whom it means. */
  void names(String user, String button) {
    Locator dialog = page.locator("#invite");
    is(dialog).isVisible();
    dialog.getByLabel("Who").fill(user);
    is(dialog.locator("#meaning")).containsText(user + " may enter your Room");
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  void shows(String selector) {
    is(page.locator(selector)).isVisible(new LocatorAssertions.IsVisibleOptions());
  }

  void hides(String selector) {
    is(page.locator(selector)).isHidden();
  }

  /** Keeps a picture of what is shown now. */
  void keepsPicture(String name) {
    Path file = Path.of(System.getProperty("mmm.screenshots", "target/screenshots"), name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  private static LocatorAssertions is(Locator locator) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return PlaywrightAssertions.assertThat(locator);
  }

  @Override
  public void close() {
    device.close();
  }
}
