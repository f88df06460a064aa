package kz.paysandbox.emulator.http;

/** The HTTP methods that endpoints answer to. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
