package kz.paysandbox.emulator.core.bank;

/**
 * A listener in the banner.
 *
 * @param title for people
 * @param command a line that works when it is pasted into a shell
 */
public record BannerSection(String title, String url, String command) {}
