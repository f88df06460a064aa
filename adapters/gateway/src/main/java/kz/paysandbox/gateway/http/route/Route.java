package kz.paysandbox.gateway.http.route;

/**
 * One row of the gateway's table.
 *
 * @param method of HTTP
 * @param path with fields in braces, such as {@code /payments/kaspi/status/{external_id}}; a trailing slash is ignored
 * @param role the least that may call it
 * @param family how its refusals look
 * @param handler what it does
 */
public record Route(Method method, String path, Role role, Family family, Handler handler) {
    /** A row that reads, or does what may be done twice. */
    public static Route plain(Method method, String path, Role role, Family family, Handler.Plain handler) {
        return new Route(method, path, role, family, handler);
    }

    /** A row that creates or moves money. */
    public static Route money(
            Method method,
            String path,
            Role role,
            Family family,
            Handler.Money.Work work,
            Handler.Money.Applied applied) {
        return new Route(method, path, role, family, new Handler.Money(work, applied));
    }
}
