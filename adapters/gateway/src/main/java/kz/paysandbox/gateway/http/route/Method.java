package kz.paysandbox.gateway.http.route;

/** The methods that rows have; all others are 405. */
public enum Method {
    /** Reads; in family A it also moves money, as the wrapper's callers send it. */
    GET,
    /** Creates, moves money, or does something else once. */
    POST,
    /** Sets. */
    PUT,
    /** Changes a part. */
    PATCH,
    /** Removes. */
    DELETE
}
