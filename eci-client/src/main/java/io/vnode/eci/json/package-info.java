/**
 * Reading what others wrote in JSON: answers of the cloud, and files with credentials. Errors name the field, never its
 * value, because values may be secrets. Start at {@link Fields}.
 */
@NullMarked
package io.vnode.eci.json;

import org.jspecify.annotations.NullMarked;
