package org.mmm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine, without a screen; it draws in software. */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM =
      Path.of(System.getProperty("mmm.chromium", "/usr/bin/chromium"));
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox", // it may run as root, and sees nothing but the node
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--use-angle=swiftshader",
          "--enable-unsafe-swiftshader");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS));
  }

  /** Where there is none, tests are left out, with a word about it; but not where they must run. */
  static Chromium start() {
    boolean there = Files.isExecutable(PROGRAM);
    String missing =
        PROGRAM + " is missing: install the package chromium, or name a browser by -Dmmm.chromium";
    if (System.getenv("CI") != null) assertThat(there).as(missing).isTrue();
    Assumptions.assumeTrue(there, missing);
    return new Chromium();
  }

  /** A human at a Device of their own, at the door of that M-Instance. */
  Human human(String url) {
    return new Human(at(url, 900, 600));
  }

  /** An operator at the map of the node with that Operator API. */
  Operator operator(String url) {
    return new Operator(at(url, 1200, 800));
  }

  private BrowserContext at(String url, int width, int height) {
    return browser.newContext(
        new Browser.NewContextOptions().setBaseURL(url).setViewportSize(width, height));
  }

  /** The same at a Device of which the screen is touched. */
  Human humanWithATouchScreen(String url) {
    return new Human(
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(url)
                .setViewportSize(900, 600)
                .setHasTouch(true)));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
