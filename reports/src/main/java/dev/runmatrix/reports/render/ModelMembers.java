// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Lets templates read what the classes of this module declare, and nothing that they inherit. */
final class ModelMembers implements MemberAccessPolicy {

    private static final String MODULE = "dev.runmatrix.reports.";

    @Override
    public ClassMemberAccessPolicy forClass(Class<?> contextClass) {
        return new DeclaredHere();
    }

    @Override
    public boolean isToStringAlwaysExposed() {
        return true;
    }

    private static final class DeclaredHere implements ClassMemberAccessPolicy {

        @Override
        public boolean isMethodExposed(Method method) {
            return method.getDeclaringClass().getName().startsWith(MODULE);
        }

        @Override
        public boolean isConstructorExposed(Constructor<?> constructor) {
            return false;
        }

        @Override
        public boolean isFieldExposed(Field field) {
            return false;
        }
    }
}
