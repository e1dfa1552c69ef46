package io.vnode.eci.sdk;

import com.aliyuncs.http.HttpResponse;

/**
 * An answer as it came, with whatever status. It tells the SDK that all is well: otherwise the SDK would read the body
 * of an error itself, with a JSON reader that never ends on a text that is cut off.
 */
final class RawAnswer extends HttpResponse {

    private final byte[] body;

    RawAnswer(String url, int status, byte[] body) {
        super(url);
        setStatus(status);
        this.body = body;
    }

    @Override
    public boolean isSuccess() {
        return true;
    }

    /** Whether ECI says that it did what it was asked to. */
    boolean good() {
        return getStatus() >= 200 && getStatus() < 300;
    }

    byte[] body() {
        return body;
    }
}
