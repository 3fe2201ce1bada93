//! Small primes, for the number that a client takes apart.

/// Two different primes of 31 bits, the smaller first.
pub(super) fn pair() -> (u32, u32) {
    let (one, other) = (random(), random());
    match one.cmp(&other) {
        std::cmp::Ordering::Less => (one, other),
        std::cmp::Ordering::Greater => (other, one),
        std::cmp::Ordering::Equal => pair(),
    }
}

fn random() -> u32 {
    loop {
        let candidate = rand::random::<u32>() >> 1 | 1 << 30 | 1;
        if is_prime(candidate) {
            return candidate;
        }
    }
}

/// Miller and Rabin's test, which these witnesses make certain below 2^32.
fn is_prime(number: u32) -> bool {
    const WITNESSES: [u32; 4] = [2, 3, 5, 7];
    if number < 2 || WITNESSES.iter().any(|witness| number.is_multiple_of(*witness)) {
        return WITNESSES.contains(&number);
    }
    let twos = (number - 1).trailing_zeros();
    WITNESSES.iter().all(|witness| {
        let mut power = power(*witness, (number - 1) >> twos, number);
        if power == 1 {
            return true;
        }
        for _ in 0..twos {
            if power == number - 1 {
                return true;
            }
            power = product(power, power, number);
        }
        false
    })
}

fn power(base: u32, exponent: u32, modulus: u32) -> u32 {
    let bits = (0..32).rev().map(|bit| exponent >> bit & 1 == 1);
    bits.fold(1, |power, is_set| {
        let square = product(power, power, modulus);
        if is_set { product(square, base, modulus) } else { square }
    })
}

fn product(one: u32, other: u32, modulus: u32) -> u32 {
    u32::try_from(u64::from(one) * u64::from(other) % u64::from(modulus)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn primes_are_told_from_others() {
        let primes: Vec<u32> = (0..60).filter(|number| is_prime(*number)).collect();
        assert_eq!(primes, [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59]);
        // The first is Mersenne's; the second deceives the witnesses 2, 3 and 5, the third is a square.
        assert!(is_prime(2_147_483_647) && !is_prime(25_326_001) && !is_prime(1_073_676_289));
    }
}
